using System.Collections.Immutable;
using GanSweep.Numerics.Distributions;

namespace GanSweep.Tables.Transforms;

/// <summary>What <see cref="TableTransform.Calibrated"/> keeps of each column.</summary>
internal static class TransformCalibration
{
    /// <summary>The parameters of a transform, calibrated to what a generator says.</summary>
    /// <param name="transform">The transform.</param>
    /// <param name="generated"><c>[rows, features]</c>, at least two rows.</param>
    public static ImmutableArray<ColumnTransformParameters> Of(TableTransform transform, ReadOnlySpan<float> generated)
    {
        int features = transform.Features.Count;
        int rows = generated.Length / features;
        double[] ofAllRows = NormalScores(rows);
        float[] values = new float[rows];
        ColumnTransformParameters[] columns = [.. transform.Columns];
        for (int column = 0; column < columns.Length; column++)
        {
            ReadOnlySpan<float> said = generated[transform.StartOf(column)..];
            ColumnEncoding? choosing = null;
            if (columns[column].Outcomes is not null)
            {
                columns[column] = WithShares(columns[column], transform.Columns[column] is LevelParameters { Rare: null } ? 0 : 1, said, features, rows);
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
                count += choosing is null || choosing.CodeOf(said[at..]) == ColumnOutcomes.Amount ? 1 : 0;
            }

            Span<float> amounts = values.AsSpan(0, count);
            amounts.Sort();
            if (count >= 2 && float.IsFinite(amounts[0]) && float.IsFinite(amounts[^1]))
            {
                columns[column] = WithRanks(columns[column], kind, new GeneratedColumn(amounts, count == rows ? ofAllRows : NormalScores(count)));
            }
        }

        return [.. columns];
    }

    private static ColumnTransformParameters WithShares(ColumnTransformParameters column, int start, ReadOnlySpan<float> said, int features, int rows)
    {
        ColumnOutcomes outcomes = column.Outcomes!;
        return outcomes.Count == 1
            ? column
            : column with { Outcomes = outcomes with { Biases = [.. OutcomeCalibration.BiasesOf(outcomes, said[start..], features, rows)] } };
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
