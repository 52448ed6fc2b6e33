using System.Collections.Concurrent;
using GanSweep.Contracts.Runs;
using GanSweep.Reporting;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Sections;
using GanSweep.Services.Reports;
using GanSweep.Web.Facts;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using GanSweep.Web.Sweeps;
using GanSweep.Web.Work;

namespace GanSweep.Web.Pages.Runs;

/// <summary>
/// Draws real rows beside those of a run's generator, as the report does, when somebody who may see them looks, and keeps what was drawn. Nobody waits for it:
/// it takes its turn among other work that takes long.
/// </summary>
/// <param name="sweeps">The sweeps.</param>
/// <param name="facts">The models.</param>
/// <param name="work">Where it is drawn.</param>
/// <param name="time">The clock.</param>
internal sealed class RowSections(SweepDirectory sweeps, WebFacts facts, HeavyWork work, TimeProvider time) : IDisposable
{
    // Of a table of thirty columns they are some two million letters.
    private const int MostHeld = 12;

    private static readonly TimeSpan UntilTriedAgain = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Subject, Held> _held = [];
    private readonly Lock _drawing = new();

    /// <summary>How many runs' are kept or being drawn.</summary>
    public int Count => _held.Count;

    /// <summary>A run's, if they are drawn; else they are being drawn from now on, unless drawing failed just now.</summary>
    /// <param name="data">The sweep.</param>
    /// <param name="row">The run, whose generator is kept.</param>
    public async Task<(DrawnRows? Drawn, Exception? Failure)> FindAsync(SweepData data, LeaderboardRow row)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(row);

        // What they are held against is computed while a sweep goes on; what was drawn without stands until it is drawn with.
        Subject subject = new(data.Id, row.Run, row.Key, data.Input.Board.Yardsticks is not null);
        Held held = Find(subject);
        held.LastUse = time.GetTimestamp();
        if (held.Drawing.IsCompletedSuccessfully)
        {
            return (await held.Drawing, null);
        }

        DrawnRows? before = _held.TryGetValue(subject with { HasYardsticks = false }, out Held? without) && without.Drawing.IsCompletedSuccessfully ? await without.Drawing : null;
        return (before, held.Drawing.Exception?.GetBaseException() is { } failure and not BusyException ? failure : null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private Held Find(Subject subject)
    {
        lock (_drawing)
        {
            if (_held.TryGetValue(subject, out Held? held) && !IsOver(held))
            {
                return held;
            }

            CancellationToken stop = _stopping.Token;
            held = new Held(Task.Run(() => DrawAsync(subject, stop), stop), time.GetTimestamp());
            _held[subject] = held;
            foreach (Subject longest in _held.OrderByDescending(pair => pair.Value.LastUse).Skip(MostHeld).Select(pair => pair.Key))
            {
                _held.TryRemove(longest, out _);
            }

            return held;
        }
    }

    // One that found no room tries again with whoever looks next; one that failed after a while, since whoever looks asks every second.
    private bool IsOver(Held held)
    {
        return held.Drawing.IsFaulted && (held.Drawing.Exception.GetBaseException() is BusyException || time.GetElapsedTime(held.Begun) > UntilTriedAgain);
    }

    private async Task<DrawnRows> DrawAsync(Subject subject, CancellationToken stop)
    {
        FoundSweep found = await sweeps.FindAsync(subject.SweepId, stop);
        using IDisposable turn = await work.TakeTurnAsync(stop);
        ReportInput gathered = await work.RunAsync(() => ReportMaker.GatherAsync(found.View, subject.Run, facts.Families, facts.Version, time.GetUtcNow(), stop), stop);
        return await work.RunAsync(() => Draw(HtmlReport.WithShown(gathered)), stop);
    }

    private static DrawnRows Draw(ReportInput input)
    {
        ISection<ReportInput>[] sections = [.. PageSections.OfRows.Where(section => section.Concerns(input))];
        return new DrawnRows(
            [.. sections.Select(section => WrittenPart.Of(section.Id, html => SectionText.Write(html, section, input)))],
            [.. sections.Select(section => section.Title)],
            input.Real.RowCount,
            input.FreshScores);
    }

    private sealed record Subject(string SweepId, int Run, string Key, bool HasYardsticks);

    private sealed record Held(Task<DrawnRows> Drawing, long Begun)
    {
        public long LastUse { get; set; } = Begun;
    }
}
