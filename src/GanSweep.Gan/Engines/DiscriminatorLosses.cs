using System.Runtime.InteropServices;

namespace GanSweep.Gan.Engines;

/// <summary>The losses of one update of the discriminator, before it.</summary>
/// <param name="Real">Mean over the batch's real rows.</param>
/// <param name="Fake">Mean over its generated rows.</param>
/// <param name="Discriminator">What was descended: the mean of the two, or for wassersteinGp their sum plus the penalty.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DiscriminatorLosses(double Real, double Fake, double Discriminator);
