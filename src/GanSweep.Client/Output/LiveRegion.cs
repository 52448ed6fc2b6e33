namespace GanSweep.Client.Output;

/// <summary>
/// Lines at the bottom of a terminal. The cursor stands below them and is never hidden, so that nothing needs restoring after a crash.
/// </summary>
/// <param name="lines">The lines. Those that are longer than the terminal is wide are cut.</param>
/// <param name="width">Columns of the terminal.</param>
internal sealed class LiveRegion(IReadOnlyList<string> lines, int width)
{
    private const string BeginUpdate = "\e[?2026h";
    private const string EndUpdate = "\e[?2026l";
    private const char Ellipsis = '…';

    private readonly string[] _lines = [.. lines.Select(line => Cut(line, width))];

    /// <summary>Nothing.</summary>
    public static LiveRegion Empty { get; } = new([], 1);

    /// <summary>What draws it.</summary>
    public string Text => string.Concat(_lines.Select(line => line + "\n"));

    /// <summary>What erases it from a terminal that may have another width by now: narrower ones have folded the lines.</summary>
    public string Erasure(int currentWidth)
    {
        int rows = _lines.Sum(line => Math.Max(1, (line.Length + currentWidth - 1) / currentWidth));
        return rows == 0 ? "" : $"\r\e[{rows}A\e[0J";
    }

    /// <summary>Asks the terminal to show an update as a whole; terminals that do not know this ignore it.</summary>
    public static string AtOnce(string update)
    {
        return update.Length == 0 ? "" : BeginUpdate + update + EndUpdate;
    }

    private static string Cut(string line, int width)
    {
        return line.Length <= width ? line : string.Concat(line.AsSpan(0, Math.Max(0, width - 1)), [Ellipsis]);
    }
}
