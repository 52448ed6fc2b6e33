namespace GanSweep.Tables.Dialects;

/// <summary>
/// What stands between cells, found out from the first lines: of a comma, a semicolon, a tab and a bar that by which most lines have one and the same number of
/// cells, more than one. Of two by which equally many do, the one that is no comma: a comma may be a decimal one.
/// </summary>
internal static class DelimiterGuess
{
    private const int MostLines = 1000;

    private static ReadOnlySpan<byte> Candidates => ";\t|,"u8;

    /// <summary>The delimiter; a comma where none is found.</summary>
    /// <param name="sample">The file's first bytes, as UTF-8.</param>
    /// <param name="isWhole">Whether it has no more.</param>
    public static char Of(ReadOnlySpan<byte> sample, bool isWhole)
    {
        char best = ',';
        double bestShare = 0;
        foreach (byte candidate in Candidates)
        {
            double share = Share(sample, candidate, isWhole);
            if (share > bestShare)
            {
                bestShare = share;
                best = (char)candidate;
            }
        }

        return best;
    }

    // The share of the lines that have the most frequent number of cells; 0 if that is one. A line whose quotes are not those of CSV has no number.
    private static double Share(ReadOnlySpan<byte> sample, byte delimiter, bool isWhole)
    {
        Dictionary<int, int> lines = [];
        int cells = 1;
        int count = 0;
        (bool isQuoted, bool begins, bool wasQuoted, bool isFaulty, bool isEmpty) = (false, true, false, false, true);
        foreach (byte letter in sample)
        {
            if (isQuoted)
            {
                // A doubled quote ends the cell and begins it again.
                isQuoted = letter != (byte)'"';
            }
            else if (letter == delimiter)
            {
                cells++;
                (begins, wasQuoted, isEmpty) = (true, false, false);
            }
            else if (letter == (byte)'\n')
            {
                count += isEmpty ? 0 : 1;
                if (!isEmpty && !isFaulty)
                {
                    lines[cells] = lines.GetValueOrDefault(cells) + 1;
                }

                if (count == MostLines)
                {
                    break;
                }

                cells = 1;
                (begins, wasQuoted, isFaulty, isEmpty) = (true, false, false, true);
            }
            else if (letter == (byte)'"')
            {
                isQuoted = begins;
                isFaulty |= !begins;
                (wasQuoted, isEmpty) = (begins, false);
            }
            else if (letter != (byte)'\r')
            {
                isFaulty |= wasQuoted;
                (begins, isEmpty) = (false, false);
            }
        }

        if (isWhole && !isEmpty && count < MostLines)
        {
            count++;
            if (!isFaulty && !isQuoted)
            {
                lines[cells] = lines.GetValueOrDefault(cells) + 1;
            }
        }

        (int Cells, int Lines) most = (1, 0);
        foreach ((int of, int number) in lines)
        {
            most = number > most.Lines || (number == most.Lines && of > most.Cells) ? (of, number) : most;
        }

        return most.Cells > 1 ? (double)most.Lines / count : 0;
    }
}
