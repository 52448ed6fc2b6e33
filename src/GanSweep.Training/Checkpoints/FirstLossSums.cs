namespace GanSweep.Training.Checkpoints;

/// <summary>The losses of the epoch so far in a <see cref="FirstCheckpointHeader"/>.</summary>
internal sealed record FirstLossSums(double Discriminator, double Real, double Fake, long Rows, double Generator, long GeneratorRows);
