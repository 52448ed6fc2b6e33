namespace GanSweep.Sweeps.Definitions;

/// <summary>What a reader of results must know where rows follow each other.</summary>
internal static class TimeNotes
{
    /// <summary>Whole sentences; none where rows stand by themselves, or none are held out.</summary>
    /// <param name="sweep">The sweep.</param>
    public static IEnumerable<string> Of(SweepDefinition sweep)
    {
        if (sweep is { Sequence.Blocks: 1, Holdout: > 0 })
        {
            yield return "The last rows are held out. Where the table changes with time, attacks tell the two periods apart, whether or not single rows were learnt by heart: hold membership "
                + "against that of dpCopula, which knows none, not against its null alone, or hold blocks out (\"blocks\" in \"sequence\").";
        }
    }
}
