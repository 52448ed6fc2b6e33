using System.Text;
using GanSweep.Client.Output;
using GanSweep.Reporting;

namespace GanSweep.Client.Reports;

/// <summary>A report as a file.</summary>
internal static class ReportFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes it, whole or not at all.</summary>
    public static Task WriteAsync(string file, ReportInput input)
    {
        return AtomicFile.WriteAsync(file, async stream =>
        {
            await using StreamWriter writer = new(stream, Utf8, leaveOpen: true);
            HtmlReport.Write(writer, input);
        });
    }
}
