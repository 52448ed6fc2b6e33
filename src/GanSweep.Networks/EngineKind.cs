namespace GanSweep.Networks;

/// <summary>What computes the steps of a training. The same steps, rounded in another order.</summary>
public enum EngineKind
{
    /// <summary>Kernels of our own for multilayer perceptrons: the fast one.</summary>
    Fused,

    /// <summary>TorchSharp's autograd: the reference.</summary>
    Torch,
}
