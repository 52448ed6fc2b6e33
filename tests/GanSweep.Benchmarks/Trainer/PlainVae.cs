using GanSweep.Vae.Configurations;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A variational autoencoder as tutorials write it, with TVAE's scales of columns: nn.Sequential both ways, optim.Adam; the same networks as GanSweep's.</summary>
internal sealed class PlainVae : ISteps
{
    private readonly VaeConfiguration _configuration;
    private readonly int _batch;
    private readonly Module<Tensor, Tensor> _encoder;
    private readonly Module<Tensor, Tensor> _decoder;
    private readonly Parameter _scales = new(full(Case.Columns, 0.1f));
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _table = tensor(Case.Table).reshape(Case.Rows, Case.Columns);

    public PlainVae(VaeConfiguration configuration, int batch)
    {
        _configuration = configuration;
        _batch = batch;
        _encoder = Perceptron([Case.Columns, .. configuration.Layers, 2 * configuration.LatentDim]);
        _decoder = Perceptron([configuration.LatentDim, .. configuration.Layers.Reverse(), Case.Columns]);
        _optimizer = optim.Adam(
            [.. _encoder.parameters(), .. _decoder.parameters(), _scales],
            configuration.LearningRate, configuration.Beta1, configuration.Beta2, weight_decay: configuration.WeightDecay);
    }

    public void Step()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor rows = _table.index_select(0, randint(Case.Rows, [_batch]));
        Tensor[] code = _encoder.call(rows).chunk(2, 1);
        Tensor latent = code[0] + (exp(0.5 * code[1]) * randn_like(code[0]));
        Tensor errors = _decoder.call(latent) - rows;
        Tensor reconstruction = ((errors.pow(2) / (2 * _scales.pow(2))) + _scales.log()).sum(1).mean();
        Tensor kl = -0.5 * (1 + code[1] - code[0].pow(2) - code[1].exp()).sum(1).mean();
        _optimizer.zero_grad();
        (reconstruction + (_configuration.KlWeight * kl)).backward();
        _optimizer.step();
        using (no_grad())
        {
            _scales.clamp_(0.01, 1);
        }
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _encoder.Dispose();
        _decoder.Dispose();
        _scales.Dispose();
        _table.Dispose();
    }

    private static Sequential Perceptron(int[] widths)
    {
        List<Module<Tensor, Tensor>> modules = [];
        for (int layer = 1; layer < widths.Length; layer++)
        {
            modules.Add(Linear(widths[layer - 1], widths[layer]));
            if (layer < widths.Length - 1)
            {
                modules.Add(LeakyReLU(0.2));
            }
        }

        return Sequential([.. modules]);
    }
}
