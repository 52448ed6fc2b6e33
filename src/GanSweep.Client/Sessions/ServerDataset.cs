using System.Globalization;
using System.Net;
using GanSweep.Contracts.Datasets;

namespace GanSweep.Client.Sessions;

/// <summary>A table of a coordinator that is reached by HTTP.</summary>
internal sealed class ServerDataset(ServerCalls calls, string hash) : IDatasetGrain
{
    private const string OffsetHeader = "Upload-Offset";

    private const string LengthHeader = "Upload-Length";

    private string Path => $"tables/{Uri.EscapeDataString(hash)}";

    public async Task<long?> GetLengthAsync()
    {
        using HttpResponseMessage response = await calls.SendAsync(HttpMethod.Head, Path, expected: HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.NotFound ? null : NumberIn(response, LengthHeader);
    }

    public async Task<long> AppendAsync(long offset, byte[] part)
    {
        using ByteArrayContent content = new(part);
        using HttpResponseMessage response = await calls.SendAsync(HttpMethod.Patch, Path, content, (OffsetHeader, offset.ToString(CultureInfo.InvariantCulture)));
        return NumberIn(response, OffsetHeader);
    }

    public async Task CommitAsync()
    {
        using HttpResponseMessage response = await calls.SendAsync(HttpMethod.Post, $"{Path}/commit");
    }

    public async Task<byte[]> ReadAsync(long offset)
    {
        using HttpResponseMessage response = await calls.SendAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{Path}?offset={offset}"));
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static long NumberIn(HttpResponseMessage response, string header)
    {
        return response.Headers.TryGetValues(header, out IEnumerable<string>? values) && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new ServerAnswerException($"The answer has no header {header}. Is a coordinator of the same version answering?");
    }
}
