using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items)
    {
        _response = response;
        _items = items;
    }

    /// <summary>What was told.</summary>
    public List<ToldEvent> All { get; } = [];

    public static async Task<EventReader> OpenAsync(ApiSilo silo, string path, string? lastEventId = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        CancellationToken cancellation = TestContext.Current.CancellationToken;
        HttpResponseMessage response = await silo.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        return new EventReader(response, SseParser.Create(stream).EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation));
    }

    /// <summary>Reads on until what was told satisfies.</summary>
    public async Task ReadUntilAsync(Func<List<ToldEvent>, bool> isEnough)
    {
        do
        {
            Assert.True(await ReadAsync(), "The events ended.");
        }
        while (!isEnough(All));
    }

    /// <summary>Reads one; false at the end, or where the connection broke.</summary>
    public async Task<bool> ReadAsync()
    {
        try
        {
            if (!await _items.MoveNextAsync())
            {
                return false;
            }
        }
        catch (IOException)
        {
            return false;
        }

        ToldEvent told = new(_items.Current.EventType, JsonNode.Parse(_items.Current.Data)!, _items.Current.EventId!);
        DescribedAnswers.CheckEvent(_response.RequestMessage!.RequestUri!, told.Kind, told.Data);
        All.Add(told);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync();
        _response.Dispose();
    }

    /// <summary>An event.</summary>
    public sealed record ToldEvent(string Kind, JsonNode Data, string Id);
}
