using System.Globalization;
using GanSweep.Tables.Options;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>The columns of a CSV file, by its first line.</summary>
/// <param name="Names">Their names; those without one are called by their number.</param>
/// <param name="IsNamed">Whether the file names them.</param>
internal sealed record CsvHeader(string[] Names, bool[] IsNamed)
{
    /// <summary>What a table is, for messages.</summary>
    public const string Expected = "A table is a CSV file whose first line names its columns, followed by at least two rows";

    /// <summary>Reads the first line.</summary>
    /// <param name="rows">The file, on that line.</param>
    /// <param name="options">What its user says.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="shown">What messages show.</param>
    /// <exception cref="TableException">It does not name columns.</exception>
    public static CsvHeader Read(CsvRows rows, CsvOptions options, string source, Shown shown)
    {
        int count = rows.Reader.FieldCount;
        if (count > TableReader.MaximumColumns)
        {
            throw TableReader.TooWide(source, 1, count);
        }

        CsvHeader header = new(new string[count], new bool[count]);
        Dictionary<string, int> positions = [];
        bool couldBeData = false;
        bool allNumbers = true;
        for (int column = 0; column < count; column++)
        {
            string name = rows.Reader.GetString(column);
            header.IsNamed[column] = options.HasHeader != false && !string.IsNullOrWhiteSpace(name);
            header.Names[column] = header.IsNamed[column] ? name : $"column {column + 1}";
            if (options.HasHeader == false)
            {
                continue;
            }

            DemandPrintable(name, column, options, source);
            if (!positions.TryAdd(header.Names[column], column))
            {
                throw new TableException(
                    $"{source}, line 1: columns {positions[header.Names[column]] + 1} and {column + 1} are both named \"{shown.Of(header.Names[column])}\". Names must differ; rename or remove one.",
                    source, 1, header.Names[column]);
            }

            bool isNumber = double.TryParse(options.DecimalMark == ',' || options.Delimiter == ';' ? name.Replace(',', '.') : name, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
            allNumbers &= isNumber;
            couldBeData |= isNumber && (number < 0 || number != Math.Floor(number));
        }

        // Whole numbers can be names (0,1,2 …); a line of other numbers is a row.
        if (options.HasHeader is null && allNumbers && couldBeData)
        {
            throw new TableException(
                $"{source}, line 1: there is no header; the line begins with the number {shown.Of(header.Names[0])}. {Expected}; add a line of names, "
                + "or say in sweep.json that there is none: \"csv\": { \"header\": false }. Columns are then named \"column 1\", \"column 2\" and so on.",
                source, 1);
        }

        return header;
    }

    /// <summary>Finds out whether every column that is spoken of is there.</summary>
    /// <param name="names">The columns there are.</param>
    /// <param name="options">What the user says.</param>
    /// <param name="source">What messages call the file.</param>
    /// <param name="shown">What messages show.</param>
    /// <exception cref="TableException">One is not.</exception>
    public static void Demand(string[] names, ReadOptions options, string source, Shown shown)
    {
        foreach (string name in options.MayLackColumns ? [] : options.Columns.Keys)
        {
            if (!names.Contains(name))
            {
                string nearest = Nearest.Of(name, names) is { } known ? $"The nearest name is {shown.Quoted(known)}; its" : "Its";
                throw new TableException(
                    $"{source} has no column {Nearest.Quoted(name)}, of which it is said what it is. {nearest} columns are {Listing.Of([.. names.Select(shown.Quoted)], 20)}.",
                    source, column: name);
            }
        }
    }

    private static void DemandPrintable(string name, int column, CsvOptions options, string source)
    {
        if (Unprintable.In(name) is { } unprintable)
        {
            throw new TableException(
                $"{source}, line 1: the name of column {column + 1} holds {unprintable}, which a terminal or a page would act on. "
                + (name.Contains('\t', StringComparison.Ordinal) && options.Delimiter is null
                    ? "If tabs separate the cells, say so in sweep.json: \"csv\": { \"delimiter\": \"\\t\" }."
                    : "Rename the column."),
                source, 1);
        }
    }
}
