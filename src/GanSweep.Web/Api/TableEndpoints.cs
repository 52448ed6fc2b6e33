using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Web.Access;
using GanSweep.Web.Queries;
using GanSweep.Web.Sweeps;
using GanSweep.Web.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Tables as the coordinator keeps them, by the hash of what they say: in GanSweep's own bytes, which the console sends and reads.</summary>
internal static class TableEndpoints
{
    private const string Octets = "application/octet-stream";

    private static readonly QueryKey Offset = QueryKey.Number("offset", "Where the part begins; left out, 0.", 0);

    /// <summary>Maps them.</summary>
    public static void MapTables(this RouteGroupBuilder api)
    {
        api.MapMethods("/tables/{table}", [HttpMethods.Head], AskAsync)
            .Says("askTable", "Whether the coordinator has a table, and how many bytes it has, in the header Upload-Length.")
            .Fails(404)
            .Needs(AccessRole.Operator);
        api.MapGet("/tables/{table}", ReadAsync)
            .Says("readTable", "A part of a table's bytes, at most 1 MiB; empty at the end.")
            .Takes(Offset).Sends(Octets, "The part.").Fails(422)
            .Needs(AccessRole.Operator).Audits("read a table");
        api.MapPatch("/tables/{table}", AppendAsync)
            .Says("continueTable", "Appends a part to a table that is on its way, if it joins on; the header Upload-Offset of the answer says where to go on from.")
            .TakesBytes(IDatasetGrain.PartLength, "The part, at most 1 MiB.").Fails(413, 422)
            .Needs(AccessRole.Operator);
        api.MapPost("/tables/{table}/commit", CommitAsync)
            .Says("commitTable", "Verifies that what came is the table of that hash, and keeps it.")
            .Fails(422)
            .Needs(AccessRole.Operator).Audits("uploaded a table");
    }

    private static async Task<Results<Ok, NotFound>> AskAsync(HttpContext context, SweepDirectory sweeps, string table, CancellationToken cancellationToken)
    {
        long? length = await Dataset(sweeps, table).GetLengthAsync().WaitAsync(cancellationToken);
        if (length is not { } bytes)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers[UploadHeaders.Length] = bytes.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok();
    }

    private static async Task<FileContentHttpResult> ReadAsync(SweepDirectory sweeps, string table, [FromQuery] long? offset, CancellationToken cancellationToken)
    {
        return TypedResults.Bytes(await Dataset(sweeps, table).ReadAsync(offset ?? 0).WaitAsync(cancellationToken), Octets);
    }

    private static async Task<NoContent> AppendAsync(HttpContext context, SweepDirectory sweeps, string table, CancellationToken cancellationToken)
    {
        using MemoryStream part = new();
        await context.Request.Body.CopyToAsync(part, cancellationToken);
        string? text = context.Request.Headers[UploadHeaders.Offset];
        long begins = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new Services.Errors.WrongInputException($"The header {UploadHeaders.Offset} is '{text}'; it is a whole number of bytes.");
        long offset = await Dataset(sweeps, table).AppendAsync(begins, part.ToArray()).WaitAsync(cancellationToken);
        context.Response.Headers[UploadHeaders.Offset] = offset.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> CommitAsync(SweepDirectory sweeps, string table, CancellationToken cancellationToken)
    {
        await Dataset(sweeps, table).CommitAsync().WaitAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    // Else every name that is asked for would be a grain.
    private static IDatasetGrain Dataset(SweepDirectory sweeps, string table)
    {
        return Tables.Formats.DatasetHash.IsHash(table)
            ? sweeps.Dataset(table)
            : throw new InvalidDatasetException($"'{(table.Length > 80 ? table[..80] + "…" : table)}' is not the hash of a table: 64 hexadecimal digits.");
    }
}
