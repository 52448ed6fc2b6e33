namespace GanSweep.Gan.Networks;

/// <summary>One affine layer, y = W x + b, as PyTorch's <c>nn.Linear</c> holds it.</summary>
/// <param name="Inputs">Length of x.</param>
/// <param name="Outputs">Length of y.</param>
/// <param name="Weight">W, <c>[outputs, inputs]</c>, row-major.</param>
/// <param name="Bias">b, <c>[outputs]</c>.</param>
public sealed record LinearLayer(int Inputs, int Outputs, float[] Weight, float[] Bias);
