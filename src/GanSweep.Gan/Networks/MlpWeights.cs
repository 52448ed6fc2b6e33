using System.Collections.Immutable;

namespace GanSweep.Gan.Networks;

/// <summary>The weights of a multilayer perceptron: an activation between two layers, none after the last.</summary>
/// <param name="Layers">The layers from the input on; each has as many inputs as the one before has outputs.</param>
public sealed record MlpWeights(ImmutableArray<LinearLayer> Layers);
