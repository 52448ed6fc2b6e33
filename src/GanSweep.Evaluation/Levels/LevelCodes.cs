using GanSweep.Tables;

namespace GanSweep.Evaluation.Levels;

/// <summary>The cells of a column of levels as whole numbers from 0 on, a missing cell as the number behind the last level, and how often each occurs.</summary>
internal sealed class LevelCodes
{
    private LevelCodes(int[] codes, int levels)
    {
        Codes = codes;
        Counts = new int[levels + 1];
        foreach (int code in codes)
        {
            Counts[code]++;
        }
    }

    /// <summary>The cells, <c>[rows]</c>.</summary>
    public int[] Codes { get; }

    /// <summary>How many cells have each code; those that are missing come last.</summary>
    public int[] Counts { get; }

    /// <summary>How many levels the column may have, a missing cell left out.</summary>
    public int LevelCount => Counts.Length - 1;

    /// <summary>How many cells are missing.</summary>
    public int Missing => Counts[^1];

    /// <summary>How many cells are there.</summary>
    public int Present => Codes.Length - Missing;

    /// <summary>How many different codes occur, a missing cell among them.</summary>
    public int Distinct => Counts.Count(count => count > 0);

    /// <summary>The codes of a column, or null and the first row whose cell is none of its levels.</summary>
    public static LevelCodes? TryOf(Table table, int column, out int badRow)
    {
        ReadOnlySpan<double> values = table.Column(column);
        int levels = table.Schema[column].Levels.Length;
        int[] codes = new int[values.Length];
        for (badRow = 0; badRow < codes.Length; badRow++)
        {
            double value = values[badRow];
            if (double.IsNaN(value))
            {
                codes[badRow] = levels;
            }
            else if (value >= 0 && value < levels && (int)value == value)
            {
                codes[badRow] = (int)value;
            }
            else
            {
                return null;
            }
        }

        return new LevelCodes(codes, levels);
    }

    /// <summary>How many cells have a level; 0 of one that this column does not know.</summary>
    public int CountOf(int level)
    {
        return level < LevelCount ? Counts[level] : 0;
    }
}
