using GanSweep.Gan.Configurations;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A GAN as tutorials write it: nn.Sequential, loss modules, optim.Adam, separate passes over real and generated rows.</summary>
internal sealed class PlainGan : ISteps
{
    private readonly GanConfiguration _configuration;
    private readonly Module<Tensor, Tensor> _generator;
    private readonly Module<Tensor, Tensor> _discriminator;
    private readonly optim.Optimizer _generatorOptimizer;
    private readonly optim.Optimizer _discriminatorOptimizer;
    private readonly Module<Tensor, Tensor, Tensor> _loss = BCEWithLogitsLoss();
    private readonly Tensor _table = tensor(Case.Table).reshape(Case.Rows, Case.Columns);

    public PlainGan(GanConfiguration configuration)
    {
        _configuration = configuration;
        _generator = Network(configuration.LatentDim, configuration.GeneratorLayers[0], Case.Columns);
        _discriminator = Network(Case.Columns, configuration.DiscriminatorLayers[0], 1);
        _generatorOptimizer = optim.Adam(_generator.parameters(), configuration.GeneratorLearningRate, configuration.Beta1, configuration.Beta2);
        _discriminatorOptimizer = optim.Adam(_discriminator.parameters(), configuration.DiscriminatorLearningRate, configuration.Beta1, configuration.Beta2);
    }

    private bool IsWasserstein => _configuration.Loss == GanLoss.WassersteinGp;

    public void Step()
    {
        for (int i = 0; i < _configuration.DiscriminatorSteps; i++)
        {
            DiscriminatorStep();
        }

        GeneratorStep();
    }

    public void Dispose()
    {
        _generatorOptimizer.Dispose();
        _discriminatorOptimizer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        _loss.Dispose();
        _table.Dispose();
    }

    private static Module<Tensor, Tensor> Network(int inputs, int width, int outputs)
    {
        return Sequential(Linear(inputs, width), LeakyReLU(0.2), Linear(width, width), LeakyReLU(0.2), Linear(width, outputs));
    }

    private void DiscriminatorStep()
    {
        using DisposeScope scope = NewDisposeScope();
        int batch = _configuration.BatchSize;
        Tensor real = _table.index_select(0, randint(Case.Rows, [batch]));
        Tensor fake = _generator.call(randn(batch, _configuration.LatentDim)).detach();
        Tensor onReal = _discriminator.call(real);
        Tensor onFake = _discriminator.call(fake);
        Tensor loss = IsWasserstein
            ? onFake.mean() - onReal.mean() + Penalty(real, fake)
            : (_loss.call(onReal, ones(batch, 1)) + _loss.call(onFake, zeros(batch, 1))) / 2;
        _discriminatorOptimizer.zero_grad();
        loss.backward();
        _discriminatorOptimizer.step();
    }

    private void GeneratorStep()
    {
        using DisposeScope scope = NewDisposeScope();
        int batch = _configuration.BatchSize;
        Tensor logits = _discriminator.call(_generator.call(randn(batch, _configuration.LatentDim)));
        Tensor loss = IsWasserstein ? -logits.mean() : _loss.call(logits, ones(batch, 1));
        _generatorOptimizer.zero_grad();
        loss.backward();
        _generatorOptimizer.step();
    }

    private Tensor Penalty(Tensor real, Tensor fake)
    {
        Tensor share = rand(real.shape[0], 1);
        Tensor mixed = ((share * real) + ((1 - share) * fake)).requires_grad_();
        Tensor output = _discriminator.call(mixed);
        Tensor gradient = autograd.grad([output], [mixed], [ones_like(output)], retain_graph: true, create_graph: true)[0];
        return (gradient.norm(dim: 1) - 1).square().mean() * _configuration.GradientPenalty;
    }
}
