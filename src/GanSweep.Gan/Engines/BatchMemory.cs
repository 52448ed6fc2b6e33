using GanSweep.Gan.Configurations;
using GanSweep.Networks;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Engines;

/// <summary>
/// What goes into the steps of one batch size, allocated once: random numbers and rows are written straight into the tensors. A generated row stands in the place of a
/// real one: what came before is the same.
/// </summary>
internal sealed class BatchMemory : IDisposable
{
    private readonly GanNoise _noise;
    private readonly FeatureLayout _features;
    private readonly int _batch;
    private readonly int _latentDim;
    private readonly bool _isWasserstein;
    private readonly float[] _shares;
    private readonly float[] _latents;
    private readonly DropoutMasks? _discriminatorMasks;
    private readonly DropoutMasks? _masks;

    public BatchMemory(GanConfiguration configuration, GanNoise noise, GanState state, FeatureLayout features, int batch)
    {
        Noise = features.Choices.IsEmpty ? null : new HostTensor(batch, features.Count);
        _noise = noise;
        _features = features;
        _batch = batch;
        _latentDim = configuration.LatentDim;
        _isWasserstein = configuration.Loss == GanLoss.WassersteinGp;
        _shares = new float[_isWasserstein ? batch : 0];
        _latents = new float[features.Context > 0 ? batch * configuration.LatentDim : 0];
        Inputs = new HostTensor(batch, state.GeneratorShape.Inputs);
        Rows = new HostTensor(2 * batch, features.Width);
        Contexts = features.Context > 0 ? new HostTensor(batch, features.Context) : null;
        LogitSlopes = new HostTensor(2 * batch, 1);
        GeneratorSlopes = new HostTensor(batch, 1);
        if (_isWasserstein || configuration.R1Penalty > 0)
        {
            Points = new HostTensor(batch, features.Width);
            PointOnes = new HostTensor(batch, 1);
            PointOnes.Values.Fill(1);
        }

        if (configuration.Dropout > 0)
        {
            _discriminatorMasks = new DropoutMasks(state.DiscriminatorShape, 2 * batch, configuration.Dropout);
            _masks = new DropoutMasks(state.DiscriminatorShape, batch, configuration.Dropout);
        }
    }

    /// <summary>Fills in the latent vectors of an update.</summary>
    /// <param name="update">The update.</param>
    /// <param name="latents"><c>[batch, latentDim]</c>.</param>
    public delegate void Filling(long update, Span<float> latents);

    /// <summary>What the generator sees: latent vectors, and what came before each row, <c>[batch, latentDim + context]</c>.</summary>
    public HostTensor Inputs { get; }

    /// <summary>The noise of the generated rows' choices, <c>[batch, features]</c>; null without choices.</summary>
    public HostTensor? Noise { get; }

    /// <summary>Real rows, then generated ones, each with what came before it, <c>[2 · batch, features + context]</c>.</summary>
    public HostTensor Rows { get; }

    /// <summary>What came before each row, <c>[batch, context]</c>; null where rows stand by themselves.</summary>
    public HostTensor? Contexts { get; }

    /// <summary>Where the discriminator's backward pass starts, <c>[2 · batch, 1]</c>.</summary>
    public HostTensor LogitSlopes { get; }

    /// <summary>Where the generator's backward pass starts, <c>[batch, 1]</c>.</summary>
    public HostTensor GeneratorSlopes { get; }

    /// <summary>Where the gradient is penalised, <c>[batch, features + context]</c>; null without a penalty.</summary>
    public HostTensor? Points { get; }

    /// <summary>Ones, <c>[batch, 1]</c>; null without a penalty.</summary>
    public HostTensor? PointOnes { get; }

    /// <summary>The real half of <see cref="Rows"/>.</summary>
    public Span<float> Real => Rows.Values[..(_batch * _features.Width)];

    /// <summary>The generated half of <see cref="Rows"/>.</summary>
    public Span<float> Fake => Rows.Values[(_batch * _features.Width)..];

    /// <summary>Takes real rows, and what came before them for those that are generated in their place.</summary>
    /// <param name="table"><c>[rows, features + context]</c>.</param>
    /// <param name="rows">Their numbers, <c>[batch]</c>.</param>
    public void Gather(ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        Rows.TakeRows(table, rows);
        if (Contexts is { } contexts)
        {
            SideBySide.Copy(Real, _features.Width, _features.Count, Fake, _features.Width, _features.Count, _features.Context);
            SideBySide.Copy(Real, _features.Width, _features.Count, contexts.Values, _features.Context, 0, _features.Context);
            SideBySide.Copy(Real, _features.Width, _features.Count, Inputs.Values, _latentDim + _features.Context, _latentDim, _features.Context);
        }
    }

    /// <summary>Takes what came before real rows alone, for those that are generated in their place; nothing where rows stand by themselves.</summary>
    /// <inheritdoc cref="Gather"/>
    public void GatherContexts(ReadOnlySpan<float> table, ReadOnlySpan<int> rows)
    {
        if (Contexts is not null)
        {
            Gather(table, rows);
        }
    }

    /// <summary>Draws the latent vectors of an update.</summary>
    public void DrawLatents(Filling fill, long update)
    {
        if (Contexts is null)
        {
            fill(update, Inputs.Values);
            return;
        }

        fill(update, _latents);
        SideBySide.Copy(_latents, _latentDim, 0, Inputs.Values, _latentDim + _features.Context, 0, _latentDim);
    }

    /// <summary>Puts generated rows beside the real ones, with what came before them.</summary>
    /// <param name="rows"><c>[batch, features]</c>.</param>
    public void PlaceGenerated(ReadOnlySpan<float> rows)
    {
        SideBySide.Copy(rows, _features.Count, 0, Fake, _features.Width, 0, _features.Count);
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
        for (int i = 0; i < points.Length; i++)
        {
            float share = _shares[i / _features.Width];
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
        Inputs.Dispose();
        Rows.Dispose();
        Contexts?.Dispose();
        LogitSlopes.Dispose();
        GeneratorSlopes.Dispose();
        Points?.Dispose();
        PointOnes?.Dispose();
        _discriminatorMasks?.Dispose();
        _masks?.Dispose();
    }
}
