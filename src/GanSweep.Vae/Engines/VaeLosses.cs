using System.Runtime.InteropServices;

namespace GanSweep.Vae.Engines;

/// <summary>The losses of an update, before it, in nats a row: means over the batch.</summary>
/// <param name="Reconstruction">The negative log likelihood of rows given their latent vectors: of amounts, whose densities may be above 1, and of choices.</param>
/// <param name="Choices">The part of it that is of choices: their cross-entropy.</param>
/// <param name="Kl">The divergence of the encoder's distribution of the latent vector from N(0, I).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VaeLosses(double Reconstruction, double Choices, double Kl);
