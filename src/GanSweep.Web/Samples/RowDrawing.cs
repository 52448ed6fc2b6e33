using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Samples;
using GanSweep.Services.Sweeps;
using GanSweep.Tables;
using GanSweep.Tables.Filters;
using GanSweep.Training.Generators;
using GanSweep.Web.Facts;
using GanSweep.Web.Sweeps;
using GanSweep.Web.Work;

namespace GanSweep.Web.Samples;

/// <summary>Draws rows from a kept generator, part by part: a part is drawn once the one before it has been sent, however slowly.</summary>
/// <param name="facts">The models.</param>
/// <param name="work">Where rows are drawn.</param>
internal sealed class RowDrawing(WebFacts facts, HeavyWork work)
{
    /// <summary>Draws rows, and sends them.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="run">The run, or null for the best.</param>
    /// <param name="request">Which rows.</param>
    /// <param name="begin">Is told, before the first bytes, which run they are of; gives where they go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GeneratorNotKeptException">The run's generator is not kept.</exception>
    /// <exception cref="RowFilterException">What the rows are to be like cannot be understood.</exception>
    /// <exception cref="NoPathsException">Series are asked for, and cannot be drawn.</exception>
    /// <exception cref="RareRowsException">Too few rows are like that.</exception>
    public async Task DrawAsync(FoundSweep sweep, int? run, RowRequest request, Func<int, Stream> begin, CancellationToken cancellationToken)
    {
        GeneratorFile file = await sweep.View.GetGeneratorAsync(run, cancellationToken);
        Table? real = request.Start.IsReal ? await ReadTableAsync(sweep, cancellationToken) : null;
        using MemoryStream part = new();
        Stream? target = null;
        IEnumerator<int> parts = await InTurnAsync(
            () =>
            {
                TrainedGenerator generator = GeneratorFileReader.Read(file.Content, $"the generator of run {file.Run} of {sweep.Id}", facts.Families);
                SampleRows rows = new(generator, request.Count, request.Seed, request.IsSafe)
                {
                    Series = request.Series,
                    Start = real is null ? null : new PathStart(SweepHistory.Of(generator, real), request.Start.Row),
                    Filter = request.Where is { } where ? RowFilter.Parse(where, generator.Transform.Schema, generator.Form) : null,
                };
                return rows.WriteCsvInParts(part, cancellationToken).GetEnumerator();
            },
            cancellationToken);
        try
        {
            bool isOver = false;
            while (!isOver)
            {
                isOver = !await InTurnAsync(parts.MoveNext, cancellationToken);
                if (part.Length > 0)
                {
                    target ??= begin(file.Run);
                    await target.WriteAsync(part.GetBuffer().AsMemory(0, (int)part.Length), cancellationToken);
                    part.SetLength(0);
                }
            }
        }
        finally
        {
            parts.Dispose();
        }
    }

    private async Task<Table> ReadTableAsync(FoundSweep sweep, CancellationToken cancellationToken)
    {
        SweepProvenance provenance = await sweep.View.GetProvenanceAsync(cancellationToken);
        using IDisposable turn = await work.TakeTurnAsync(cancellationToken);
        return await work.RunAsync(() => SweepTable.ReadAsync(sweep.View, provenance.DatasetHash, cancellationToken), cancellationToken);
    }

    // A turn for each part: whoever reads slowly holds none while reading.
    private async Task<T> InTurnAsync<T>(Func<T> draw, CancellationToken cancellationToken)
    {
        using IDisposable turn = await work.TakeTurnAsync(cancellationToken);
        return await work.RunAsync(draw, cancellationToken);
    }
}
