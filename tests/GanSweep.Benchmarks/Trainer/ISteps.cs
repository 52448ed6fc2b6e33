namespace GanSweep.Benchmarks.Trainer;

/// <summary>A training whose steps are measured, whoever computes them.</summary>
internal interface ISteps : IDisposable
{
    /// <summary>One update of each network, or as many as the configuration asks for.</summary>
    void Step();
}
