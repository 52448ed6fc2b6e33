using System.Globalization;
using System.Text;
using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Services.Errors;
using GanSweep.Services.Submissions;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables.Options;
using GanSweep.Web.Access;
using GanSweep.Web.Queries;
using GanSweep.Web.Submissions;
using GanSweep.Web.Uploads;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Files of tables as they lie on a user's disk: CSV in any spelling, packed or not, or Parquet. They come whole or in parts, and are forgotten after a while.</summary>
internal static class UploadEndpoints
{
    private const long MostBytes = 1L << 30;

    private static readonly QueryKey File = new("file", "What the file is called, for messages and a proposed sweep.json.");

    private static readonly QueryKey Column = new("column", "What a column is, where that is not to be found out: NAME=KIND, where KIND is number, whole, category, boolean, date, id, constant or drop.") { MayRepeat = true };

    private static readonly QueryKey Csv = new("csv", "How the file is spelled, where that is not to be found out: KEY=VALUE, where KEY is delimiter, decimal, missing, encoding or header.") { MayRepeat = true };

    private static readonly ReadingPairs Pairs = new(Column.Name, Csv.Name);

    /// <summary>Maps them.</summary>
    public static void MapUploads(this RouteGroupBuilder api)
    {
        api.MapPost("/uploads", BeginAsync)
            .Says("beginUpload", "Begins an upload. With a body, it is the file, whole; without one, the header Upload-Length says how long the file is, and its parts follow.")
            .Takes(File).TakesBytes(MostBytes, "The file, or nothing.").Creates<UploadDocument>("The upload is begun.").Fails(411, 413, 429)
            .Needs(AccessRole.Operator);
        api.MapGet("/uploads/{upload}", (UploadShelf uploads, HttpContext context, string upload) => Show(context, uploads.Find(upload)))
            .Says("getUpload", "How much of a file is there, in the header Upload-Offset too: where to go on from.")
            .Fails(404)
            .Needs(AccessRole.Operator);
        api.MapMethods("/uploads/{upload}", [HttpMethods.Head], (UploadShelf uploads, HttpContext context, string upload) =>
            {
                Show(context, uploads.Find(upload));
                return TypedResults.Ok();
            })
            .Says("askUpload", "The same without a body.")
            .Fails(404)
            .Needs(AccessRole.Operator);
        api.MapPatch("/uploads/{upload}", AppendAsync)
            .Says("continueUpload", "Appends a part. The header Upload-Offset says where it begins, which is where the file ends so far. What has come of a part that is cut off is kept.")
            .TakesBytes(MostBytes, "The part.").Fails(404, 409, 413)
            .Needs(AccessRole.Operator);
        api.MapDelete("/uploads/{upload}", (UploadShelf uploads, string upload) =>
            {
                uploads.Forget(upload);
                return TypedResults.NoContent();
            })
            .Says("forgetUpload", "Forgets an upload.")
            .Fails(404, 409)
            .Needs(AccessRole.Operator);
        api.MapGet("/uploads/{upload}/table", DescribeAsync)
            .Says("describeUpload", "What is understood of an uploaded file: how it is spelled, what its columns are, and what to look at.")
            .Takes(Column, Csv).Fails(404, 409, 422)
            .Needs(AccessRole.Operator);
        api.MapGet("/uploads/{upload}/sweep", ProposeAsync)
            .Says("proposeSweep", "A sweep.json for an uploaded file: a small sweep, made for it.")
            .Takes(Column, Csv).Sends("application/json", "The text of the sweep.json.").Fails(404, 409, 422)
            .Needs(AccessRole.Operator);
    }

    private static async Task<DocumentResult<UploadDocument>> BeginAsync(
        HttpContext context, UploadShelf uploads, [FromQuery] string? file, CancellationToken cancellationToken)
    {
        long? body = context.Request.ContentLength;
        long length = NumberIn(context.Request, UploadHeaders.Length)
            ?? (body > 0 ? body.Value : throw new BadHttpRequestException(
                $"How long is the file? Send it as the body with its Content-Length, or say its bytes in the header {UploadHeaders.Length} and send its parts with PATCH.", StatusCodes.Status411LengthRequired));
        Upload upload = uploads.Begin(file ?? "the uploaded file", length);
        if (body is not 0)
        {
            await ReceiveAsync(uploads, upload, 0, context.Request.Body, cancellationToken);
        }

        Show(context, upload);
        return new DocumentResult<UploadDocument>(upload.Document, StatusCodes.Status201Created, $"{ApiPaths.Root}/uploads/{upload.Id}");
    }

    private static async Task<DocumentResult<UploadDocument>> AppendAsync(HttpContext context, UploadShelf uploads, string upload, CancellationToken cancellationToken)
    {
        Upload found = uploads.Find(upload);
        long offset = NumberIn(context.Request, UploadHeaders.Offset)
            ?? throw new WrongInputException(FormattableString.Invariant($"The header {UploadHeaders.Offset} is missing: it says where the part begins. {found.Offset} bytes are there."));
        await ReceiveAsync(uploads, found, offset, context.Request.Body, cancellationToken);
        return Show(context, found);
    }

    private static async Task ReceiveAsync(UploadShelf uploads, Upload upload, long offset, Stream part, CancellationToken cancellationToken)
    {
        try
        {
            await upload.AppendAsync(offset, part, cancellationToken);
        }
        finally
        {
            uploads.Touch(upload);
        }
    }

    private static async Task<DocumentResult<TableDocument>> DescribeAsync(
        SweepPlanner planner, string upload, [FromQuery] string[]? column, [FromQuery] string[]? csv, CancellationToken cancellationToken)
    {
        ReadOptions reading = Pairs.Read(column ?? [], csv ?? []) ?? ReadOptions.None;
        return new DocumentResult<TableDocument>(await planner.ReadAsync(upload, source: null, reading, (file, table) => TableDocument.Of(file, table), cancellationToken));
    }

    private static async Task<FileResult> ProposeAsync(
        SweepPlanner planner, string upload, [FromQuery] string[]? column, [FromQuery] string[]? csv, CancellationToken cancellationToken)
    {
        ReadOptions reading = Pairs.Read(column ?? [], csv ?? []) ?? ReadOptions.None;
        string text = await planner.ReadAsync(
            upload, source: null, reading, (file, table) => ProposedSweep.TextFor(file, file, table.Table, ReadingText.Of(reading)), cancellationToken);
        return new FileResult(Encoding.UTF8.GetBytes(text), "application/json; charset=utf-8", "sweep.json");
    }

    private static DocumentResult<UploadDocument> Show(HttpContext context, Upload upload)
    {
        context.Response.Headers[UploadHeaders.Offset] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers[UploadHeaders.Length] = upload.Length.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return new DocumentResult<UploadDocument>(upload.Document);
    }

    private static long? NumberIn(HttpRequest request, string header)
    {
        string? text = request.Headers[header];
        return string.IsNullOrEmpty(text) ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
            : throw new WrongInputException($"The header {header} is '{text}'; it is a whole number of bytes.");
    }
}
