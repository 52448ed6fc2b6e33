using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Errors;
using GanSweep.Services.Submissions;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Web.Facts;
using GanSweep.Web.Uploads;
using GanSweep.Web.Work;

namespace GanSweep.Web.Submissions;

/// <summary>Brings the text of a sweep.json and its table together, as the console does: the table is one that the store has, or a file that was uploaded.</summary>
/// <param name="facts">The models.</param>
/// <param name="store">The coordinator's store.</param>
/// <param name="uploads">The files.</param>
/// <param name="work">Where tables are read.</param>
internal sealed class SweepPlanner(WebFacts facts, ISweepStore store, UploadShelf uploads, HeavyWork work)
{
    /// <summary>Makes a plan of a text and a table.</summary>
    /// <param name="json">The text of a sweep.json.</param>
    /// <param name="table">The hash of a stored table, or null.</param>
    /// <param name="upload">An upload, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidSettingsException">The text is not valid, or not on that table.</exception>
    /// <exception cref="TableException">The file is no table.</exception>
    /// <exception cref="InvalidSubmissionException">The store has no such table.</exception>
    /// <exception cref="WrongInputException">Not exactly one table is named.</exception>
    public async Task<SweepPlan> PlanAsync(string json, string? table, string? upload, CancellationToken cancellationToken)
    {
        SweepDefinition definition = SweepDefinition.Parse(json, facts.Models);
        if (table is null == upload is null)
        {
            throw new WrongInputException(
                table is null
                    ? "No table is named: add ?upload=ID, an upload that is whole, or ?table=HASH, a table that the coordinator has. A file is uploaded with POST /api/v1/uploads."
                    : "table and upload exclude each other: each says which table the sweep is for.");
        }

        return upload is null
            ? await PlanStoredAsync(json, definition, HashOf(table!), cancellationToken)
            : await ReadAsync(upload, definition.DatasetPath, definition.Reading, (_, read) => new SweepPlan(json, definition, read, facts.Engines), cancellationToken);
    }

    /// <summary>Reads the table of an upload.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="source">What messages call the file; null for what its user calls it.</param>
    /// <param name="reading">What is said of it.</param>
    /// <param name="use">What is made of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> ReadAsync<T>(string upload, string? source, ReadOptions reading, Func<string, ReadTable, T> use, CancellationToken cancellationToken)
    {
        Upload file = uploads.Find(upload);
        using IDisposable turn = await work.TakeTurnAsync(cancellationToken);
        T made = await file.ReadAsync(content => work.RunAsync(
            async () => use(file.File, await TableReader.ReadAsync(content, source ?? file.File, quotesCells: true, cancellationToken, told: null, reading)), cancellationToken));
        uploads.Touch(file);
        return made;
    }

    private async Task<SweepPlan> PlanStoredAsync(string json, SweepDefinition definition, string hash, CancellationToken cancellationToken)
    {
        using IDisposable turn = await work.TakeTurnAsync(cancellationToken);
        return await work.RunAsync(
            async () => new SweepPlan(json, definition, new ReadTable(await store.ReadTableAsync(hash), []), facts.Engines), cancellationToken);
    }

    private static string HashOf(string table)
    {
        return DatasetHash.IsHash(table)
            ? table
            : throw new WrongInputException("table is not the hash of a table: 64 hexadecimal digits, as GET /api/v1/uploads/ID/table says it.");
    }
}
