using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using LinearModule = TorchSharp.Modules.Linear;
using Parameter = TorchSharp.Modules.Parameter;

namespace GanSweep.Gan.Tests.Engines;

/// <summary>
/// The loop of the tutorials, with nothing done for speed: modules, losses and optimizers of TorchSharp, separate passes over real and
/// generated rows. Starts from an engine's initial weights and draws the same noise.
/// </summary>
internal sealed class PlainLoop : IDisposable
{
    private readonly GanConfiguration _configuration;
    private readonly GanNoise _noise;
    private readonly ChoiceHeads _heads;
    private readonly LinearModule[] _generator;
    private readonly LinearModule[] _discriminator;
    private readonly Tensor[] _average;
    private readonly optim.Optimizer _generatorOptimizer;
    private readonly optim.Optimizer _discriminatorOptimizer;
    private readonly Tensor _table;
    private readonly FeatureLayout _features;
    private readonly MlpShape _discriminatorShape;
    private long _discriminatorUpdates;
    private long _generatorUpdates;

    public PlainLoop(GanConfiguration configuration, long seed, float[] table, FeatureLayout features, GanState initial)
    {
        _heads = GanHeads.Of(configuration, features);
        _configuration = configuration;
        _noise = new GanNoise(seed);
        _features = features;
        _table = tensor(table).reshape(-1, features.Width);
        _discriminatorShape = initial.DiscriminatorShape;
        _generator = Layers(initial.GeneratorShape, initial.Generator.Values);
        _discriminator = Layers(initial.DiscriminatorShape, initial.Discriminator.Values);
        _average = [.. Parameters(_generator).Select(parameter => parameter.detach().clone())];
        _generatorOptimizer = optim.Adam(Parameters(_generator), configuration.GeneratorLearningRate, configuration.Beta1, configuration.Beta2);
        _discriminatorOptimizer = optim.Adam(Parameters(_discriminator), configuration.DiscriminatorLearningRate, configuration.Beta1, configuration.Beta2);
    }

    public float[] Generator => Flat(Parameters(_generator));

    public float[] GeneratorAverage => Flat(_average);

    public float[] Discriminator => Flat(Parameters(_discriminator));

    public float[] DiscriminatorGradient => Flat(Parameters(_discriminator).Select(parameter => parameter.grad!));

    public float[] GeneratorGradient => Flat(Parameters(_generator).Select(parameter => parameter.grad!));

    public DiscriminatorLosses DiscriminatorStep(int[] rows)
    {
        using DisposeScope scope = NewDisposeScope();
        int batch = rows.Length;
        Tensor real = _table.index_select(0, tensor(rows.Select(row => (long)row).ToArray()));
        Tensor before = real.narrow(1, _features.Count, _features.Context);
        Tensor latents = cat([Normal(batch, _noise.FillDiscriminatorLatents, _discriminatorUpdates), before], 1);
        Tensor fake = cat([Shown(Forward(_generator, latents, masks: null), _noise.FillDiscriminatorChoices, _discriminatorUpdates), before], 1).detach();
        Tensor[]? masks = Masks(2 * batch, DropoutPass.Discriminator, _discriminatorUpdates);
        Tensor onReal = Forward(_discriminator, real, masks?.Select(mask => mask.narrow(0, 0, batch)).ToArray());
        Tensor onFake = Forward(_discriminator, fake, masks?.Select(mask => mask.narrow(0, batch, batch)).ToArray());
        double target = 1 - _configuration.LabelSmoothing;
        (Tensor realLoss, Tensor fakeLoss) = _configuration.Loss switch
        {
            GanLoss.LeastSquares => ((onReal - target).square().mean(), onFake.square().mean()),
            GanLoss.WassersteinGp => (-onReal.mean(), onFake.mean()),
            _ => (CrossEntropy(onReal, target), CrossEntropy(onFake, 0)),
        };
        Tensor loss = _configuration.Loss == GanLoss.WassersteinGp
            ? realLoss + fakeLoss + Penalty(real, fake)
            : ((realLoss + fakeLoss) / 2) + R1(real);

        _discriminatorOptimizer.zero_grad();
        loss.backward();
        _discriminatorOptimizer.step();
        _discriminatorUpdates++;
        return new DiscriminatorLosses(realLoss.item<float>(), fakeLoss.item<float>(), loss.item<float>());
    }

    public double GeneratorStep(int[] rows)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor before = _table.index_select(0, tensor(rows.Select(row => (long)row).ToArray())).narrow(1, _features.Count, _features.Context);
        Tensor latents = cat([Normal(rows.Length, _noise.FillGeneratorLatents, _generatorUpdates), before], 1);
        Tensor fake = cat([Shown(Forward(_generator, latents, masks: null), _noise.FillGeneratorChoices, _generatorUpdates), before], 1);
        Tensor logits = Forward(_discriminator, fake, Masks(rows.Length, DropoutPass.Generator, _generatorUpdates));
        Tensor loss = _configuration.Loss switch
        {
            GanLoss.Minimax => -CrossEntropy(logits, 0),
            GanLoss.NonSaturating => CrossEntropy(logits, 1),
            GanLoss.LeastSquares => (logits - 1).square().mean() / 2,
            _ => -logits.mean(),
        };
        _generatorOptimizer.zero_grad();
        loss.backward();
        _generatorOptimizer.step();
        _generatorUpdates++;
        using IDisposable noGradient = no_grad();
        foreach ((Tensor average, Tensor parameter) in _average.Zip(Parameters(_generator)))
        {
            average.mul_(_configuration.EmaDecay).add_(parameter, alpha: 1 - _configuration.EmaDecay);
        }

        return loss.item<float>();
    }

    private Tensor Shown(Tensor said, FillChoices fill, long update)
    {
        float[] noise = new float[said.numel()];
        fill(update, _heads, noise);
        return _heads.Show(said + tensor(noise).reshape(said.shape));
    }

    private delegate void FillChoices(long update, ChoiceHeads heads, Span<float> noise);

    public void Dispose()
    {
        foreach (LinearModule layer in _generator.Concat(_discriminator))
        {
            layer.Dispose();
        }

        foreach (Tensor average in _average)
        {
            average.Dispose();
        }

        _generatorOptimizer.Dispose();
        _discriminatorOptimizer.Dispose();
        _table.Dispose();
    }

    private static LinearModule[] Layers(MlpShape shape, ReadOnlySpan<float> flat)
    {
        List<LinearModule> layers = [];
        using IDisposable noGradient = no_grad();
        foreach (LayerShape layer in shape.Layers)
        {
            LinearModule linear = Linear(layer.Inputs, layer.Outputs);
            linear.weight!.copy_(tensor(flat[layer.Weight].ToArray()).reshape(layer.Outputs, layer.Inputs));
            linear.bias!.copy_(tensor(flat[layer.Bias].ToArray()));
            layers.Add(linear);
        }

        return [.. layers];
    }

    private static IEnumerable<Parameter> Parameters(LinearModule[] layers)
    {
        return layers.SelectMany(layer => new[] { layer.weight!, layer.bias! });
    }

    private static float[] Flat(IEnumerable<Tensor> tensors)
    {
        return [.. tensors.SelectMany(one => one.detach().contiguous().data<float>().ToArray())];
    }

    private static Tensor CrossEntropy(Tensor logits, double target)
    {
        return functional.binary_cross_entropy_with_logits(logits, full_like(logits, target));
    }

    private Tensor Forward(LinearModule[] layers, Tensor input, Tensor[]? masks)
    {
        Tensor hidden = input;
        for (int layer = 0; layer < layers.Length - 1; layer++)
        {
            hidden = layers[layer].call(hidden);
            hidden = _configuration.Activation == Activation.Relu ? functional.relu(hidden) : functional.leaky_relu(hidden, 0.2);
            hidden = masks is null ? hidden : hidden * masks[layer];
        }

        return layers[^1].call(hidden);
    }

    private Tensor Penalty(Tensor real, Tensor fake)
    {
        float[] shares = new float[real.shape[0]];
        _noise.FillInterpolation(_discriminatorUpdates, shares);
        Tensor share = tensor(shares).unsqueeze(1);
        Tensor mixed = ((share * real) + ((1 - share) * fake)).requires_grad_();
        Tensor output = Forward(_discriminator, mixed, Masks(shares.Length, DropoutPass.Penalty, _discriminatorUpdates)).sum();
        Tensor gradient = autograd.grad([output], [mixed], retain_graph: true, create_graph: true)[0].narrow(1, 0, _features.Count);
        // The root has no slope at 0, where a row lands whose units are all dropped or dead.
        return _configuration.GradientPenalty * ((gradient.square().sum(1) + 1e-30).sqrt() - 1).square().mean();
    }

    private Tensor R1(Tensor real)
    {
        Tensor rows = real.detach().requires_grad_();
        Tensor output = Forward(_discriminator, rows, Masks((int)rows.shape[0], DropoutPass.Penalty, _discriminatorUpdates)).sum();
        Tensor gradient = autograd.grad([output], [rows], retain_graph: true, create_graph: true)[0].narrow(1, 0, _features.Count);
        return _configuration.R1Penalty / 2 * gradient.square().sum(1).mean();
    }

    private Tensor Normal(int batch, FillNoise fill, long update)
    {
        float[] latents = new float[batch * _configuration.LatentDim];
        fill(update, latents);
        return tensor(latents).reshape(batch, _configuration.LatentDim);
    }

    private Tensor[]? Masks(int rows, DropoutPass pass, long update)
    {
        if (_configuration.Dropout == 0)
        {
            return null;
        }

        using DropoutMasks masks = new(_discriminatorShape, rows, _configuration.Dropout);
        _noise.FillDropout(update, pass, masks);
        return [.. Enumerable.Range(0, masks.Count).Select(layer => masks[layer].clone())];
    }

    private delegate void FillNoise(long update, Span<float> destination);
}
