using System.Collections.Immutable;
using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Sorting;

namespace GanSweep.Tables.Transforms;

/// <summary>What <see cref="TableTransform.Calibrated"/> keeps of each column.</summary>
internal static class TransformCalibration
{
    /// <summary>The parameters of a transform, calibrated to what a generator says.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="generated"><c>[rows, features]</c>, at least two rows.</param>
    public static (ImmutableArray<ColumnTransformParameters> Columns, ImmutableArray<GapGroup> Gaps) Of(TableTransform transform, ReadOnlySpan<float> generated)
    {
        int features = transform.Features.Count;
        int rows = generated.Length / features;
        double[] ofAllRows = NormalScores(rows);
        float[] values = new float[rows];
        ColumnTransformParameters[] columns = [.. transform.Columns];
        (ImmutableArray<GapGroup> gaps, bool[]?[] missing) = GapsOf(transform, generated);
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<float> said = generated[transform.StartOf(column)..];
            ColumnEncoding? choosing = null;
            if (columns[column].Outcomes is not null)
            {
                columns[column] = missing[column] is { } known
                    ? WithSharesWhereThere(columns[column], transform.EncodingOf(column), said, features, known)
                    : WithShares(columns[column], transform.Columns[column] is LevelParameters { Rare: null } ? 0 : 1, said, features, rows);
                choosing = TableTransform.Encode(transform.Kind, transform.Clip, columns[column]);
            }

            TransformKind kind = columns[column] is LevelParameters ? TransformKind.Quantile : transform.Kind;
            if (choosing?.HasAmount == false || !TransformCatalog.Of(kind).KnowsDistribution)
            {
                continue;
            }

            int count = 0;
            for (int row = 0, at = 0; row < rows; row++, at += features)
            {
                values[count] = said[at];
                count += choosing is null || choosing.CodeOf(said[at..], missing[column]?[row]) == ColumnOutcomes.Amount ? 1 : 0;
            }

            Span<float> amounts = values.AsSpan(0, count);
            LinearSort.Sort(amounts);
            if (count >= 2 && float.IsFinite(amounts[0]) && float.IsFinite(amounts[^1]))
            {
                columns[column] = WithRanks(columns[column], kind, new GeneratedColumn(amounts, count == rows ? ofAllRows : NormalScores(count)));
            }
        }

        return ([.. columns], gaps);
    }

    // And which cells they make missing, by column.
    private static (ImmutableArray<GapGroup> Gaps, bool[]?[] Missing) GapsOf(TableTransform transform, ReadOnlySpan<float> generated)
    {
        int features = transform.Features.Count;
        GapGroup[] gaps = [.. transform.Gaps];
        bool[]?[] missing = new bool[transform.ColumnCount][];
        for (int group = 0; group < gaps.Length; group++)
        {
            GapChoice choice = transform.ChoiceOf(gaps[group]);
            float[] said = choice.Said(generated, features);
            int patterns = gaps[group].Patterns.Length;
            gaps[group] = gaps[group] with { Biases = [.. OutcomeCalibration.BiasesOf(gaps[group].Shares, said, patterns, generated.Length / features)] };
            foreach ((int column, bool[] ofColumn) in choice.Columns.Zip(choice.With(gaps[group]).Decide(generated, features)))
            {
                missing[column] = ofColumn;
            }
        }

        return ([.. gaps], missing);
    }

    private static ColumnTransformParameters WithShares(ColumnTransformParameters column, int start, ReadOnlySpan<float> said, int features, int rows)
    {
        ColumnOutcomes outcomes = column.Outcomes!;
        return outcomes.Count == 1
            ? column
            : column with { Outcomes = outcomes with { Biases = [.. OutcomeCalibration.BiasesOf(outcomes.Shares, said[start..], features, rows)] } };
    }

    // Of a column that its group says the missing cells of: the shares of what is there, among the rows where something is.
    private static ColumnTransformParameters WithSharesWhereThere(
        ColumnTransformParameters column, ColumnEncoding encoding, ReadOnlySpan<float> said, int features, bool[] missing)
    {
        ColumnOutcomes outcomes = column.Outcomes!;
        int place = outcomes.Codes.IndexOf(ColumnOutcomes.Missing);
        int others = outcomes.Count - 1;
        int rows = missing.Count(cell => !cell);
        if (others == 1 || rows == 0)
        {
            return column;
        }

        float[] ofOthers = new float[rows * others];
        for (int row = 0, to = 0; row < missing.Length; row++)
        {
            if (!missing[row])
            {
                encoding.SaidOfOthers(said[(row * features)..], ofOthers.AsSpan(to, others));
                to += others;
            }
        }

        double there = 1 - outcomes.Shares[place];
        ImmutableArray<double> shares = [.. outcomes.Shares.RemoveAt(place).Select(share => share / there)];
        List<float> biases = [.. OutcomeCalibration.BiasesOf(shares, ofOthers, others, rows)];
        biases.Insert(place, 0);
        return column with { Outcomes = outcomes with { Biases = [.. biases] } };
    }

    private static ColumnTransformParameters WithRanks(ColumnTransformParameters column, TransformKind kind, GeneratedColumn generated)
    {
        return column is LevelParameters levels
            ? levels with { RarePlaces = (QuantileParameters)TransformCatalog.Of(kind).Calibrate(levels.RarePlaces!, generated) }
            : TransformCatalog.Of(kind).Calibrate(column, generated);
    }

    private static double[] NormalScores(int rows)
    {
        double[] scores = new double[rows];
        for (int rank = 0; rank < rows; rank++)
        {
            scores[rank] = StandardNormal.Quantile((rank + 0.5) / rows);
        }

        return scores;
    }
}
