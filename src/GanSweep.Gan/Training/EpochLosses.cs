using System.Runtime.InteropServices;

namespace GanSweep.Gan.Training;

/// <summary>Mean losses of an epoch's updates, weighted by their rows.</summary>
/// <param name="Discriminator">What the discriminator descended: the mean of its halves, or for wassersteinGp their sum plus the penalty.</param>
/// <param name="DiscriminatorReal">Its half on real rows.</param>
/// <param name="DiscriminatorFake">Its half on generated rows.</param>
/// <param name="Generator">What the generator descended.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EpochLosses(float Discriminator, float DiscriminatorReal, float DiscriminatorFake, float Generator);
