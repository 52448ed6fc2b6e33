using GanSweep.Evaluation.Holdout;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Loop;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Loop;

public sealed class LearntRowsTests
{
    private static readonly Table Table = new(["a"], [[.. Enumerable.Range(0, 100).Select(row => row * row % 17.0)]]);

    [Fact]
    public void Of_RowsAroundThoseThatAreHeldOut_HangOnNoneOfTheOtherSide()
    {
        RowSequence sequence = new(RowSequence.FileOrder, Window: 2, Blocks: 2);

        // Of two halves the last ten rows are not trained on.
        LearntRows learnt = LearntOf(sequence, sequence);
        LearntRows whole = LearntOf(sequence, sequence with { Blocks = 1 });

        Assert.Equal(80, learnt.Rows.Length / learnt.Features.Width);
        Assert.Equal(ContextOf(learnt, 0), ContextOf(learnt, 40));
        Assert.NotEqual(ContextOf(learnt, 0), ContextOf(learnt, 39));
        Assert.NotEqual(ContextOf(learnt, 0), ContextOf(learnt, 41));
        Assert.NotEqual(ContextOf(whole, 0), ContextOf(whole, 40));
    }

    [Fact]
    public void Of_AWindowOfTheConfiguration_ShowsThatManyRows()
    {
        RowSequence sequence = new(RowSequence.FileOrder, Window: 2);

        LearntRows learnt = LearntOf(sequence, sequence, window: 5);

        Assert.Equal(5, learnt.Paths!.Sequence.Window);
        Assert.Equal(2, LearntOf(sequence, sequence).Paths!.Sequence.Window);

        // Rows four back: what the longer window alone is shown.
        Assert.NotEqual(learnt.Paths.History.Pasts.Means.Length, LearntOf(sequence, sequence).Paths!.History.Pasts.Means.Length);
    }

    private static LearntRows LearntOf(RowSequence sequence, RowSequence held, int? window = null)
    {
        Configuration configuration = window is { } rows ? TinyTask.Configuration.With(LoopKeys.Window, rows) : TinyTask.Configuration;
        return LearntRows.Of(TinyTask.Of(configuration) with { Table = Table, Sequence = sequence, Holdout = 0.2 }, HoldoutSplit.Of(Table, 0.2, held));
    }

    private static float[] ContextOf(LearntRows learnt, int row)
    {
        return learnt.Rows[((row * learnt.Features.Width) + learnt.Features.Count)..((row + 1) * learnt.Features.Width)];
    }
}
