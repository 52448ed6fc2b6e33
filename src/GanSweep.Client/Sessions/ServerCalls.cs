using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;

namespace GanSweep.Client.Sessions;

/// <summary>Calls of a coordinator's API. What it refuses is thrown as it would be by its grains; where it does not answer, it is lost.</summary>
internal sealed class ServerCalls : IDisposable
{
    private const string Root = "api/v1/";

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(100);

    private readonly ServerAddress _address;
    private readonly HttpClient _http;

    /// <summary>Makes the calls.</summary>
    /// <param name="address">The coordinator.</param>
    /// <param name="key">The key that it asks for; null for none.</param>
    public ServerCalls(ServerAddress address, string? key)
    {
        _address = address;

        // Wherever a redirection leads, the key is not for it.
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, ConnectTimeout = ConnectPatience, UseCookies = false };
        _http = new HttpClient(handler) { BaseAddress = new Uri(address.Url, Root), Timeout = AnswerPatience };
        HasKey = key is not null;
        if (key is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>Where the coordinator is.</summary>
    public Uri Address => _address.Url;

    /// <summary>Whether a key is shown.</summary>
    public bool HasKey { get; }

    /// <summary>Asks for a document.</summary>
    public async Task<T> GetAsync<T>(string path)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, path);
        return await ReadAsync<T>(response, path);
    }

    /// <summary>Has something done, and reads the document of what came of it.</summary>
    public async Task<T> PostAsync<T>(string path, HttpContent? content = null)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, path, content);
        return await ReadAsync<T>(response, path);
    }

    /// <summary>Has something ended, and reads the document of what came of it.</summary>
    public async Task<T> DeleteAsync<T>(string path)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Delete, path);
        return await ReadAsync<T>(response, path);
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The answer: a success, or one of the statuses that are expected.</returns>
    /// <exception cref="ClusterLostException">There was no answer.</exception>
    /// <exception cref="ServerRefusedException">The coordinator does not let this program do it.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, (string Name, string Value)? header = null, HttpStatusCode? expected = null)
    {
        using HttpRequestMessage request = new(method, path) { Content = content };
        if (header is { } said)
        {
            request.Headers.TryAddWithoutValidation(said.Name, said.Value);
        }

        HttpResponseMessage response;
        try
        {
            response = await _http.SendAsync(request);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            throw new ClusterLostException(_address, Reason(failure), failure);
        }

        if (response.IsSuccessStatusCode || response.StatusCode == expected)
        {
            return response;
        }

        using (response)
        {
            throw await ProblemAsync(response, path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, string path)
    {
        try
        {
            await using Stream content = await response.Content.ReadAsStreamAsync();
            return await JsonDocuments.ReadAsync<T>(content, CancellationToken.None);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new ClusterLostException(_address, Reason(broken), broken);
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new ServerAnswerException(
                $"What {_address} answers to {path} is no document of this version of GanSweep. Is it a coordinator, and of the same version as this program? 'gansweep --version' tells.", other);
        }
    }

    private async Task<Exception> ProblemAsync(HttpResponseMessage response, string path)
    {
        if (await ProblemOfAsync(response) is not { } problem)
        {
            return response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                ? new ClusterLostException(_address, $"what stands before it says {(int)response.StatusCode}")
                : new ServerAnswerException($"What answers at {_address} is no GanSweep coordinator: it says {(int)response.StatusCode} to {path}. {_address.Advice}");
        }

        string detail = problem.Detail ?? problem.Title;
        return problem.Type.StartsWith(ProblemDocument.TypePrefix, StringComparison.Ordinal) ? problem.Type[ProblemDocument.TypePrefix.Length..] switch
        {
            ProblemNames.SweepNotFound => new SweepNotFoundException(detail),
            ProblemNames.RunNotFound => new RunNotFoundException(detail),
            ProblemNames.KeyNotFound => new AccessKeyNotFoundException(detail),
            ProblemNames.InvalidKey => new InvalidKeyRequestException(detail),
            ProblemNames.GeneratorNotKept => new GeneratorNotKeptException(detail),
            ProblemNames.InvalidSweep or ProblemNames.InvalidSubmission => new InvalidSubmissionException(Whole(problem, detail)),
            ProblemNames.InvalidDataset or ProblemNames.InvalidTable => new InvalidDatasetException(detail),
            ProblemNames.Busy or ProblemNames.StoreFailed => new ClusterLostException(_address, detail.TrimEnd('.')),
            ProblemNames.Unauthenticated => Refused(isKnown: false, problem),
            ProblemNames.Forbidden => Refused(isKnown: true, problem),
            _ => new ServerAnswerException($"{_address} cannot do this: {detail}"),
        }
        : response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? Refused(response.StatusCode == HttpStatusCode.Forbidden, problem)
        : new ServerAnswerException($"{_address} cannot do this: {detail}");
    }

    private ServerRefusedException Refused(bool isKnown, ProblemDocument problem)
    {
        return new ServerRefusedException(
            isKnown ? $"The key may not do this at {_address}{(problem.Detail is { } why ? $": {why}" : ".")} Ask its administrator for a key of a higher role."
            : HasKey ? $"The coordinator at {_address} does not know this key, or not any more. Ask its administrator for another, and name its file with --key-file FILE."
            : $"The coordinator at {_address} asks for a key: name its file with --key-file FILE, or put the key into the environment variable GANSWEEP_KEY.");
    }

    private static string Whole(ProblemDocument problem, string detail)
    {
        return problem.Errors is { Count: > 0 } errors ? string.Join('\n', errors.Select(error => $"{error.Path}: {error.Message}")) : detail;
    }

    private static async Task<ProblemDocument?> ProblemOfAsync(HttpResponseMessage response)
    {
        try
        {
            // An answer to HEAD has no body; the status says enough.
            await using Stream content = await response.Content.ReadAsStreamAsync();
            return response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? await JsonDocuments.ReadAsync<ProblemDocument>(content, CancellationToken.None) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static string Reason(Exception failure)
    {
        return failure is TaskCanceledException ? "no answer in time" : failure.GetBaseException().Message.TrimEnd('.');
    }
}
