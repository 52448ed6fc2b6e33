using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>What a column may be instead of what it was taken for, without a word of its user.</summary>
/// <param name="shown">What may be shown.</param>
internal sealed class KindWarnings(Shown shown)
{
    /// <summary>The warnings about a column.</summary>
    /// <param name="plan">What it was taken for.</param>
    public IEnumerable<string> Of(ColumnPlan plan)
    {
        if (plan is { IsGiven: false, Role: ColumnRole.Category, Observer: { IsNumbersButFewTexts: true } seen })
        {
            yield return OfNumbers(seen);
        }
    }

    private string OfNumbers(ColumnObserver seen)
    {
        TextPool texts = seen.Texts!;
        int[] others = [.. Enumerable.Range(0, texts.Count).Where(texts.IsMarked).OrderByDescending(texts.CountOf)];
        return $"{seen.Present - seen.Words:N0} of its {Amount.Of(seen.Present, "cell")} are numbers, but it is read as words because of the others: "
            + $"{string.Join(", ", others.Select(text => $"{shown.Quoted(texts.Text(text))} ({Amount.Of(texts.CountOf(text), "cell")})"))}. If those stand for missing cells, say so in sweep.json, and it is read as numbers: "
            + $"\"csv\": {{ \"missing\": [{string.Join(", ", others.Select(text => shown.Json(texts.Text(text))))}] }}.";
    }
}
