using System.Text;
using GanSweep.Reporting;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Services.Reports;

/// <summary>A report as a file.</summary>
public static class ReportFile
{
    // The subject stands in the head, before the style.
    private const int HeadLength = 4096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether the file exists and is a report of the subject.</summary>
    public static async Task<bool> IsOfAsync(string file, string subject, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        await using FileStream stream = File.OpenRead(file);
        byte[] head = new byte[HeadLength];
        int length = await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken);
        return Utf8.GetString(head, 0, length).Contains($"<meta name=\"{ReportSubject.Name}\" content=\"{subject}\"/>", StringComparison.Ordinal);
    }

    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(Stream stream, ReportInput input)
    {
        await using StreamWriter writer = new(stream, Utf8, leaveOpen: true);
        HtmlReport.Write(writer, input);
    }
}
