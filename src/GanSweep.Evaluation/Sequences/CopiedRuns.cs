using GanSweep.Evaluation.Baselines.Paths;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Privacy;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Sequences;

/// <summary>
/// Consecutive real rows that a path repeats one after another, equal in every column but the one that says when: what a model that remembers whole stretches
/// of its table does, and a block bootstrap by its nature. Rows that are drawn one by one follow each other as the real ones do by chance alone: in a table
/// whose rows are all different one time in as many as there are rows.
/// </summary>
/// <remarks>Real tables of more than 2^18 rows are looked at as far as <see cref="SequencedTable.Shortened"/> goes.</remarks>
internal sealed class CopiedRuns
{
    private const int MostRows = 1 << 18;
    private const int MostRowsOfADraw = 1 << 14;
    private const int Draws = 40;

    // The baseline has the first.
    private const long FirstSeed = 1;

    private CopiedRuns(Comparison comparison)
    {
        RealStretches real = comparison.Real.Part(side => new RealStretches(side.Sequence!.Shortened(MostRows)));
        SequencedTable paths = comparison.Sequence!;
        DenseRows rows = RealStretches.RowsOf(paths);
        int copied = 0;
        int stretches = 0;
        foreach (Range path in paths.Series)
        {
            int longestEnd = RowAutomaton.Empty;
            int length = 0;
            int stretch = RowAutomaton.Empty;
            for (int row = path.Start.Value; row < path.End.Value; row++)
            {
                int? number = real.NumberOf(rows, row);
                (longestEnd, length) = real.Extend(longestEnd, length, number);
                Longest = Math.Max(Longest, length);

                // From left to right, each stretch as long as it goes.
                int? next = real.Next(stretch, number);
                stretches += number is not null && (next is null || stretch == RowAutomaton.Empty) ? 1 : 0;
                copied += number is null ? 0 : 1;
                stretch = next ?? real.Next(RowAutomaton.Empty, number) ?? RowAutomaton.Empty;
            }
        }

        Mean = stretches == 0 ? 0 : (double)copied / stretches;
    }

    /// <summary>Rows of the longest stretch that is somewhere in the real series.</summary>
    public int Longest { get; }

    /// <summary>The mean rows of the stretches into which the repeated rows fall, from left to right each as long as it goes; 0 if no row is repeated.</summary>
    public double Mean { get; }

    /// <summary>Those of a comparison; null where rows do not follow each other.</summary>
    public static CopiedRuns? Of(Comparison comparison)
    {
        return comparison.Real.Sequence is not { } sequence || IsOfTimeAlone(sequence) ? null : comparison.Part(each => new CopiedRuns(each));
    }

    /// <summary>What rows get that are drawn from the real series one by one; null where rows do not follow each other.</summary>
    /// <param name="real">The real side.</param>
    /// <param name="value">Which of the two.</param>
    /// <returns>How many draws there are, and the value of each.</returns>
    public static (int Draws, Func<int, double> Value)? OfChance(RealSide real, Func<CopiedRuns, double> value)
    {
        return real.Sequence is not { } sequence || IsOfTimeAlone(sequence) ? null : (Draws, draw => value(Of(new Comparison(
            real, new Iid(FirstSeed + draw).Draw(sequence, Math.Min(sequence.Table.RowCount, MostRowsOfADraw))))!));
    }

    private static bool IsOfTimeAlone(SequencedTable sequence)
    {
        return sequence is { Clock: not null, Table.ColumnCount: 1 };
    }

    /// <summary>The real series as numbers, the same for equal rows, and all stretches of them.</summary>
    private sealed class RealStretches
    {
        private readonly Dictionary<(DenseRows Rows, int Row), int> _numbers = new(new EqualDenseRows());
        private readonly RowAutomaton _stretches = new();

        public RealStretches(SequencedTable real)
        {
            DenseRows rows = RowsOf(real);
            foreach (Range series in real.Series)
            {
                _stretches.Begin();
                for (int row = series.Start.Value; row < series.End.Value; row++)
                {
                    _numbers.TryAdd((rows, row), _numbers.Count);
                    _stretches.Add(_numbers[(rows, row)]);
                }
            }
        }

        public static DenseRows RowsOf(SequencedTable table)
        {
            int[] columns = [.. Enumerable.Range(0, table.Table.ColumnCount).Where(column => column != table.Clock)];
            return new DenseRows(table.Table.Choose(columns));
        }

        public int? NumberOf(DenseRows rows, int row)
        {
            return _numbers.TryGetValue((rows, row), out int number) ? number : null;
        }

        public int? Next(int state, int? number)
        {
            return number is { } known ? _stretches.Next(state, known) : null;
        }

        // The longest end of what was read that is a stretch, and its length.
        public (int State, int Length) Extend(int state, int length, int? number)
        {
            for (int? from = state; from is { } at; from = _stretches.Shorter(at), length = from is { } shorter ? _stretches.LengthOf(shorter) : 0)
            {
                if (Next(at, number) is { } next)
                {
                    return (next, length + 1);
                }
            }

            return (RowAutomaton.Empty, 0);
        }
    }
}
