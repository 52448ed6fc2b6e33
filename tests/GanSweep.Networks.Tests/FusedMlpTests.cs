using CsCheck;
using GanSweep.Kernels.Products;
using GanSweep.Numerics.Randomness;
using TorchSharp;

namespace GanSweep.Networks.Tests;

/// <summary>The passes on the kernels against TorchSharp's autograd over the same memory.</summary>
public sealed class FusedMlpTests
{
    private static readonly Gen<(int[] Widths, int Rows, Activation Activation, double Dropout)> Cases = Gen.Select(
        Gen.Int[1, 20].Array[2, 5],
        Gen.Int[1, 70],
        Gen.Enum<Activation>(),
        Gen.OneOf(Gen.Const(0.0), Gen.Const(0.3)));

    [Fact]
    public void Passes_OfAnyNetwork_AgreeWithAutograd()
    {
        Cases.Sample(
            one =>
            {
                using Passes<Lanes512> passes = new(one.Widths, one.Rows, one.Activation, one.Dropout);
                passes.RunFused();
                (float[] output, float[] gradient, float[] inputGradient, float[] withPenalty) = passes.RunTorch();

                AssertClose(output, passes.Output);
                AssertClose(gradient, passes.Gradient);
                AssertClose(inputGradient, passes.InputGradient);
                AssertClose(withPenalty, passes.WithPenalty);
            },
            iter: 40,
            threads: 1);
    }

    [Fact]
    public void Passes_AtEveryWidth_GiveTheSameBits()
    {
        Cases.Sample(
            one =>
            {
                using Passes<Lanes128> narrow = new(one.Widths, one.Rows, one.Activation, one.Dropout);
                using Passes<Lanes256> middle = new(one.Widths, one.Rows, one.Activation, one.Dropout);
                using Passes<Lanes512> wide = new(one.Widths, one.Rows, one.Activation, one.Dropout);
                narrow.RunFused();
                middle.RunFused();
                wide.RunFused();

                Assert.Equal(wide.All, middle.All);
                Assert.Equal(wide.All, narrow.All);
            },
            iter: 40,
            threads: 1);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        float largest = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f * (1 + largest)));
    }

    /// <summary>Every pass through one network: its output, its gradient, and that with half the squared gradient by the input added.</summary>
    private sealed class Passes<TLanes> : IDisposable
        where TLanes : struct, ILanes<TLanes>
    {
        private readonly Activation _activation;
        private readonly MlpShape _shape;
        private readonly HostTensor _parameters;
        private readonly HostTensor _gradient;
        private readonly HostTensor _input;
        private readonly HostTensor _output;
        private readonly HostTensor _outputSlopes;
        private readonly HostTensor _inputGradient;
        private readonly DropoutMasks? _masks;
        private readonly MlpPass _pass;

        public Passes(int[] widths, int rows, Activation activation, double dropout)
        {
            TorchRuntime.Initialize();
            _activation = activation;
            _shape = new MlpShape(widths);
            _parameters = new HostTensor(_shape.ParameterCount);
            _gradient = new HostTensor(_shape.ParameterCount);
            _input = new HostTensor(rows, _shape.Inputs);
            _output = new HostTensor(rows, _shape.Outputs);
            _outputSlopes = new HostTensor(rows, _shape.Outputs);
            _inputGradient = new HostTensor(rows, _shape.Inputs);
            _pass = new MlpPass(_shape, rows);
            InitialWeights.Fill(_shape, 1, RandomPurpose.GeneratorWeights, _parameters.Values);
            new CounterRandom(1, RandomPurpose.GeneratorNoise, 0).FillNormal(_input.Values);
            new CounterRandom(1, RandomPurpose.GeneratorNoise, 1).FillNormal(_outputSlopes.Values);
            if (dropout > 0)
            {
                _masks = new DropoutMasks(_shape, rows, dropout);
                for (int layer = 0; layer < _masks.Count; layer++)
                {
                    new CounterRandom(1, RandomPurpose.Dropout, layer).FillUniform(_masks.Values(layer));
                    _masks.FromUniform(layer);
                }
            }
        }

        public float[] Output { get; private set; } = [];

        public float[] Gradient { get; private set; } = [];

        public float[] InputGradient { get; private set; } = [];

        public float[] WithPenalty { get; private set; } = [];

        public float[] All => [.. Output, .. Gradient, .. InputGradient, .. WithPenalty];

        public void RunFused()
        {
            using FusedMlp<TLanes> network = new(_shape, _activation, _parameters, _gradient);
            network.TakeWeights();

            network.Forward(_input.Matrix, _pass, _output.Matrix, _masks);
            Output = _output.Values.ToArray();

            network.Backward(_pass, _outputSlopes.Matrix);
            Gradient = _gradient.Values.ToArray();

            network.BackwardToInput(_pass, _outputSlopes.Matrix, _inputGradient.Matrix);
            InputGradient = _inputGradient.Values.ToArray();

            network.BackwardFromFirst(_pass, _outputSlopes.Matrix, _inputGradient.Matrix);
            Assert.Equal(InputGradient, _inputGradient.Values);

            // The derivative of half a square is the number itself.
            network.AddGradientOfInputGradient(_pass, _outputSlopes.Matrix, _inputGradient.Matrix);
            WithPenalty = _gradient.Values.ToArray();
        }

        public (float[] Output, float[] Gradient, float[] InputGradient, float[] WithPenalty) RunTorch()
        {
            (float[] output, float[] gradient, float[] inputGradient) = RunTorch(penalised: false);
            return (output, gradient, inputGradient, RunTorch(penalised: true).Gradient);
        }

        public void Dispose()
        {
            foreach (HostTensor tensor in new[] { _parameters, _gradient, _input, _output, _outputSlopes, _inputGradient })
            {
                tensor.Dispose();
            }

            _masks?.Dispose();
            _pass.Dispose();
        }

        private (float[] Output, float[] Gradient, float[] InputGradient) RunTorch(bool penalised)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using HostTensor gradient = new(_shape.ParameterCount);
            using Mlp network = new(_shape, _activation, _parameters, gradient);
            torch.Tensor input = _input.Tensor.detach().requires_grad_();
            torch.Tensor output = network.Forward(input, _masks);
            torch.Tensor inputGradient = torch.autograd.grad([output], [input], [_outputSlopes.Tensor], retain_graph: true, create_graph: true)[0];
            torch.Tensor penalty = inputGradient.square().sum() * (penalised ? 0.5 : 0);

            torch.autograd.backward([output, penalty], [_outputSlopes.Tensor, torch.ones_like(penalty)]);
            return (HostTensor.MemoryOf(output.detach()).ToArray(), gradient.Values.ToArray(), HostTensor.MemoryOf(inputGradient.detach().contiguous()).ToArray());
        }
    }
}
