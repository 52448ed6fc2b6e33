using GanSweep.Flow.Configurations;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>Flow matching as tutorials write it: nn.Sequential, the mean squared error, optim.Adam; the same network, features of the time and solver as GanSweep's.</summary>
internal sealed class PlainFlow : ISteps
{
    private const int Frequencies = 4;

    private readonly FlowConfiguration _configuration;
    private readonly int _batch;
    private readonly Module<Tensor, Tensor> _network;
    private readonly optim.Optimizer _optimizer;
    private readonly Module<Tensor, Tensor, Tensor> _loss = MSELoss();
    private readonly Tensor _table = tensor(Case.Table).reshape(Case.Rows, Case.Columns);
    private readonly Tensor _frequencies = arange(1, Frequencies + 1, dtype: ScalarType.Float32) * (float)Math.PI;

    public PlainFlow(FlowConfiguration configuration, int batch)
    {
        _configuration = configuration;
        _batch = batch;
        List<Module<Tensor, Tensor>> modules = [];
        int width = Case.Columns + 1 + (2 * Frequencies);
        foreach (int outputs in configuration.Layers)
        {
            modules.AddRange([Linear(width, outputs), LeakyReLU(0.2)]);
            width = outputs;
        }

        _network = Sequential([.. modules, Linear(width, Case.Columns)]);
        _optimizer = optim.Adam(_network.parameters(), configuration.LearningRate, configuration.Beta1, configuration.Beta2);
    }

    public void Step()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor end = _table.index_select(0, randint(Case.Rows, [_batch]));
        Tensor start = randn_like(end);
        Tensor time = rand(_batch, 1);
        Tensor loss = _loss.call(Velocity(((1 - time) * start) + (time * end), time), end - start);
        _optimizer.zero_grad();
        loss.backward();
        _optimizer.step();
    }

    /// <summary>Rows by Heun's method, all at once.</summary>
    public void Sample(int rows)
    {
        using DisposeScope scope = NewDisposeScope();
        using var mode = inference_mode();
        Tensor x = randn(rows, Case.Columns);
        float length = 1f / _configuration.SolverSteps;
        for (int step = 0; step < _configuration.SolverSteps; step++)
        {
            using DisposeScope ofStep = NewDisposeScope();
            Tensor first = Velocity(x, full(rows, 1, step * length));
            Tensor second = Velocity(x + (length * first), full(rows, 1, (step + 1) * length));
            x = (x + (length / 2 * (first + second))).MoveToOuterDisposeScope();
        }
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
        _loss.Dispose();
        _table.Dispose();
        _frequencies.Dispose();
    }

    private Tensor Velocity(Tensor point, Tensor time)
    {
        Tensor angles = time * _frequencies;
        return _network.call(cat([point, time, angles.sin(), angles.cos()], 1));
    }
}
