using System.Collections.Immutable;
using System.Text;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Contracts.Sweeps;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Services.Submissions;
using GanSweep.Settings.Reading;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;

namespace GanSweep.Client.Sweeps;

/// <summary>A valid sweep.json and its table.</summary>
internal sealed class SweepFile
{
    private SweepFile(string json, SweepDefinition definition, ReadTable table)
    {
        Plan = new SweepPlan(json, definition, table, Models.Engines);
    }

    /// <summary>What would be submitted.</summary>
    public SweepPlan Plan { get; }

    /// <inheritdoc cref="SweepPlan.Json"/>
    public string Json => Plan.Json;

    /// <inheritdoc cref="SweepPlan.Definition"/>
    public SweepDefinition Definition => Plan.Definition;

    /// <inheritdoc cref="SweepPlan.Read"/>
    public ReadTable Read => Plan.Read;

    /// <inheritdoc cref="SweepPlan.Table"/>
    public Table Table => Plan.Table;

    /// <inheritdoc cref="SweepPlan.Notes"/>
    public ImmutableArray<string> Notes => Plan.Notes;

    /// <inheritdoc cref="SweepPlan.DatasetHash"/>
    public string DatasetHash => Plan.DatasetHash;

    /// <inheritdoc cref="SweepPlan.SweepId"/>
    public string SweepId => Plan.SweepId;

    /// <inheritdoc cref="SweepPlan.Submission"/>
    public SweepSubmission Submission => Plan.Submission;

    /// <summary>Whether it was made for a table, since none was given.</summary>
    public bool IsProposed { get; private init; }

    /// <summary>Reads both files; or a table alone, for which a sweep is made.</summary>
    /// <param name="path">The sweep.json; its table is looked for from its folder, or if it is a pipe, which has none, from the working folder. Or a table's file.</param>
    /// <param name="reading">What is said of a table that comes alone, if anything is.</param>
    /// <param name="error">Where the progress of a long reading is shown.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="WrongInputException">It is not text.</exception>
    /// <exception cref="InvalidSettingsException">The text is not a valid sweep.json.</exception>
    /// <exception cref="TableException">The table cannot be used.</exception>
    public static async Task<SweepFile> ReadAsync(string path, ReadOptions? reading, ErrorConsole error, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await IsTableAsync(path, cancellationToken))
        {
            ReadOptions options = reading ?? ReadOptions.None;
            ReadTable alone = await TableFile.ReadAsync(path, path, options, error, time, cancellationToken);
            (string proposed, SweepDefinition made) = SweepPlan.Propose(path, path, alone.Table, ReadingText.Of(options), Models.Catalog);
            return new SweepFile(proposed, made, alone) { IsProposed = true };
        }

        if (reading is not null)
        {
            throw new WrongInputException(
                $"{path} is a sweep.json: what its table is belongs into it. Instead of --column and --csv, put there{ReadingText.Of(reading)}");
        }

        string json = await TextFile.ReadAsync(path, "a sweep.json", SweepDefinition.MaximumTextBytes, cancellationToken);
        SweepDefinition definition = SweepDefinition.Parse(json, Models.Catalog);
        string table = Path.Combine(FolderOf(path), definition.DatasetPath);
        return new SweepFile(json, definition, await TableFile.ReadAsync(table, definition.DatasetPath, definition.Reading, error, time, cancellationToken));
    }

    /// <summary>Says what is trained, if nobody wrote it.</summary>
    public void Announce(ErrorConsole error)
    {
        if (IsProposed)
        {
            error.WriteLine($"This sweep is made for {Definition.DatasetPath}:");
            error.WriteLine(Json.TrimEnd());
        }
    }

    /// <summary>The text of a sweep.json in a folder that repeats a sweep that was made for a table.</summary>
    public string RepeatedFrom(string folder)
    {
        return ProposedSweep.TextFor(Definition.DatasetPath, Path.GetRelativePath(folder, Definition.DatasetPath), Table, ReadingText.Of(Definition.Reading));
    }

    // By its name, or else its first letter: that of a sweep.json is a bracket, or a comment's. A pipe is read once, as a sweep.json.
    private static async Task<bool> IsTableAsync(string path, CancellationToken cancellationToken)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || FileStatus.Of(path).Kind != FileKind.Regular)
        {
            return false;
        }

        return await InputFile.ReadAsync(
            path,
            "a sweep.json or a table",
            async stream =>
            {
                byte[] head = new byte[256];
                int length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
                string text = Encoding.UTF8.GetString(head, 0, length).TrimStart('\uFEFF').TrimStart();
                return text.Length > 0 && text[0] is not ('{' or '/' or '[');
            },
            cancellationToken);
    }

    private static string FolderOf(string path)
    {
        return FileStatus.Of(path).Kind == FileKind.Pipe ? Directory.GetCurrentDirectory() : Path.GetDirectoryName(Path.GetFullPath(path))!;
    }
}
