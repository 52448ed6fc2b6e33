using GanSweep.Kernels.Optimizers;
using GanSweep.Kernels.Products;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;
using GanSweep.Vae.Configurations;

namespace GanSweep.Vae.Engines;

/// <summary>Everything that training changes, each part in one flat memory: the scales of amounts stand behind the decoder's weights.</summary>
internal sealed class VaeState : IDisposable
{
    // As in TVAE, of columns whose standard deviation is near 1.
    private const float FirstScale = 0.1f;
    private const float SmallestScale = 0.01f;
    private const float LargestScale = 1;

    private readonly VaeConfiguration _configuration;

    /// <summary>The state before the first update.</summary>
    /// <param name="configuration">The networks and their optimizers.</param>
    /// <param name="seed">Seed of the initial weights.</param>
    /// <param name="parts">What rows are made of.</param>
    public VaeState(VaeConfiguration configuration, long seed, FeatureParts parts)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(parts);
        _configuration = configuration;
        (double rate, double beta1, double beta2) = (configuration.LearningRate, configuration.Beta1, configuration.Beta2);
        Encoder = new NetworkState(configuration.EncoderShape(parts.Features, parts.Context), seed, RandomPurpose.EncoderWeights, rate, beta1, beta2);
        Decoder = new NetworkState(configuration.DecoderShape(parts.Features, parts.Context), seed, RandomPurpose.DecoderWeights, rate, beta1, beta2, others: parts.Amounts.Length);
        Scales.Fill(FirstScale);
        Average = Decoder.CopyOfWeights();
        Parts = new NetworkParts(("encoder", Encoder, null), ("decoder", Decoder, Average));
    }

    /// <summary>The encoder.</summary>
    public NetworkState Encoder { get; }

    /// <summary>The decoder, and the scales.</summary>
    public NetworkState Decoder { get; }

    /// <summary>The moving average of the decoder's weights and of the scales: what is scored and kept.</summary>
    public HostTensor Average { get; }

    /// <summary>All of it, as checkpoints have it.</summary>
    public NetworkParts Parts { get; }

    /// <summary>Updates done so far, which number the noise.</summary>
    public long Updates => Decoder.Optimizer.Updates;

    /// <summary>Standard deviations of amounts about what the decoder says of them, <c>[amounts]</c>.</summary>
    public Span<float> Scales => ScalesIn(Decoder.Weights);

    /// <summary>The numbers behind the decoder's weights.</summary>
    public Range ScalesRange => Decoder.Shape.ParameterCount..Decoder.ParameterCount;

    /// <summary>What stands where the scales do in a memory as long as the decoder's.</summary>
    public Span<float> ScalesIn(HostTensor memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return memory.Values[ScalesRange];
    }

    /// <summary>Descends.</summary>
    /// <param name="encoder">The derivatives of the loss by the encoder's weights, to which the penalty's are added.</param>
    /// <param name="decoder">Those by the decoder's and the scales.</param>
    /// <param name="factor">What step sizes are multiplied with.</param>
    public void Update<TLanes>(HostTensor encoder, HostTensor decoder, double factor)
        where TLanes : struct, ILanes<TLanes>
    {
        Step<TLanes>(Encoder, encoder, factor);
        Step<TLanes>(Decoder, decoder, factor);
        foreach (ref float scale in Scales)
        {
            scale = Math.Clamp(scale, SmallestScale, LargestScale);
        }

        MovingAverage.Update(Average.Values, Decoder.Weights.Values, _configuration.EmaDecay);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Average.Dispose();
        Encoder.Dispose();
        Decoder.Dispose();
    }

    private void Step<TLanes>(NetworkState network, HostTensor gradient, double factor)
        where TLanes : struct, ILanes<TLanes>
    {
        WeightDecay.AddTo(gradient.Values, network.Weights.Values, _configuration.WeightDecay);
        network.Optimizer.Step<TLanes>(network.Weights.Values, gradient.Values, factor);
    }
}
