using GanSweep.Gan.Configurations;
using GanSweep.Networks;
using GanSweep.Networks.Heads;

namespace GanSweep.Gan.Engines;

/// <summary>What goes into the steps of one batch size, allocated once: random numbers and rows are written straight into the tensors.</summary>
internal sealed class BatchMemory : IDisposable
{
    private readonly GanNoise _noise;
    private readonly int _batch;
    private readonly bool _isWasserstein;
    private readonly float[] _shares;
    private readonly DropoutMasks? _discriminatorMasks;
    private readonly DropoutMasks? _masks;

    public BatchMemory(GanConfiguration configuration, GanNoise noise, MlpShape discriminator, ChoiceHeads heads, int batch)
    {
        Noise = heads.IsEmpty ? null : new HostTensor(batch, discriminator.Inputs);
        _noise = noise;
        _batch = batch;
        _isWasserstein = configuration.Loss == GanLoss.WassersteinGp;
        _shares = new float[_isWasserstein ? batch : 0];
        Latents = new HostTensor(batch, configuration.LatentDim);
        Rows = new HostTensor(2 * batch, discriminator.Inputs);
        LogitSlopes = new HostTensor(2 * batch, 1);
        GeneratorSlopes = new HostTensor(batch, 1);
        if (_isWasserstein || configuration.R1Penalty > 0)
        {
            Points = new HostTensor(batch, discriminator.Inputs);
            PointOnes = new HostTensor(batch, 1);
            PointOnes.Values.Fill(1);
        }

        if (configuration.Dropout > 0)
        {
            _discriminatorMasks = new DropoutMasks(discriminator, 2 * batch, configuration.Dropout);
            _masks = new DropoutMasks(discriminator, batch, configuration.Dropout);
        }
    }

    /// <summary><c>[batch, latentDim]</c>.</summary>
    public HostTensor Latents { get; }

    /// <summary>The noise of the generated rows' choices, <c>[batch, features]</c>; null without choices.</summary>
    public HostTensor? Noise { get; }

    /// <summary>Real rows, then generated ones, <c>[2 · batch, columns]</c>.</summary>
    public HostTensor Rows { get; }

    /// <summary>Where the discriminator's backward pass starts, <c>[2 · batch, 1]</c>.</summary>
    public HostTensor LogitSlopes { get; }

    /// <summary>Where the generator's backward pass starts, <c>[batch, 1]</c>.</summary>
    public HostTensor GeneratorSlopes { get; }

    /// <summary>Where the gradient is penalised, <c>[batch, columns]</c>; null without a penalty.</summary>
    public HostTensor? Points { get; }

    /// <summary>Ones, <c>[batch, 1]</c>; null without a penalty.</summary>
    public HostTensor? PointOnes { get; }

    /// <summary>The real half of <see cref="Rows"/>.</summary>
    public Span<float> Real => Rows.Values[..(_batch * Columns)];

    /// <summary>The generated half of <see cref="Rows"/>.</summary>
    public Span<float> Fake => Rows.Values[(_batch * Columns)..];

    private int Columns => Rows.Values.Length / (2 * _batch);

    /// <summary>Takes real rows.</summary>
    /// <param name="table"><c>[rows, columns]</c>.</param>
    /// <param name="rows">Their numbers, <c>[batch]</c>.</param>
    public void Gather(ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        Rows.TakeRows(table, rows);
    }

    /// <summary>Writes where the gradient is penalised in an update: between real and generated rows, or on the real ones.</summary>
    public void PlacePoints(long update)
    {
        ReadOnlySpan<float> real = Real;
        Span<float> points = Points!.Values;
        if (!_isWasserstein)
        {
            real.CopyTo(points);
            return;
        }

        _noise.FillInterpolation(update, _shares);
        ReadOnlySpan<float> fake = Fake;
        int columns = Columns;
        for (int i = 0; i < points.Length; i++)
        {
            float share = _shares[i / columns];
            points[i] = (share * real[i]) + ((1 - share) * fake[i]);
        }
    }

    /// <summary>The masks of a pass through the discriminator, drawn; null without dropout.</summary>
    public DropoutMasks? DrawMasks(long update, DropoutPass pass)
    {
        DropoutMasks? masks = pass == DropoutPass.Discriminator ? _discriminatorMasks : _masks;
        if (masks is not null)
        {
            _noise.FillDropout(update, pass, masks);
        }

        return masks;
    }

    public void Dispose()
    {
        Noise?.Dispose();
        Latents.Dispose();
        Rows.Dispose();
        LogitSlopes.Dispose();
        GeneratorSlopes.Dispose();
        Points?.Dispose();
        PointOnes?.Dispose();
        _discriminatorMasks?.Dispose();
        _masks?.Dispose();
    }
}
