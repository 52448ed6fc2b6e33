using System.Net;

namespace GanSweep.Web.Tests.Fakes;

/// <summary>What was answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, those of the content too.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Sends a request and reads what is answered.</summary>
    public static async Task<Answer> OfAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(
                response.StatusCode,
                response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    public string? Header(string name)
    {
        return Headers.GetValueOrDefault(name);
    }
}
