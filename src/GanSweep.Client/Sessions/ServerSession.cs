using System.Text;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Files;
using GanSweep.Services.Errors;

namespace GanSweep.Client.Sessions;

/// <summary>The sweeps of a coordinator that is reached by HTTP. Closing it changes nothing there.</summary>
internal sealed class ServerSession : ISweepSession
{
    private const int LongestKey = 4096;

    private readonly ServerCalls _calls;

    private ServerSession(ServerCalls calls)
    {
        _calls = calls;
    }

    /// <summary>Asks whether a coordinator is there, and lets this program in.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="key">The key that it asks for; null for none.</param>
    /// <param name="keyFile">The file that has it, which goes before; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ClusterUnreachableException">Nothing answers there.</exception>
    /// <exception cref="ServerRefusedException">It does not let this program in.</exception>
    /// <exception cref="ServerAnswerException">What answers is no coordinator.</exception>
    public static async Task<ServerSession> OpenAsync(ServerAddress address, string? key, string? keyFile, CancellationToken cancellationToken)
    {
        ServerCalls calls = new(address, keyFile is null ? DemandKey(key, "The environment variable GANSWEEP_KEY") : await ReadKeyAsync(keyFile, cancellationToken));
        try
        {
            await calls.GetAsync<ClusterDocument>("cluster").WaitAsync(cancellationToken);
            return new ServerSession(calls);
        }
        catch (ClusterLostException lost)
        {
            calls.Dispose();
            throw new ClusterUnreachableException(address, lost.Reason, lost);
        }
        catch
        {
            calls.Dispose();
            throw;
        }
    }

    public IDispatcherGrain GetDispatcher()
    {
        return new ServerDispatcher(_calls);
    }

    public ISweepGrain GetSweep(string sweepId)
    {
        return new ServerSweep(_calls, sweepId);
    }

    public IDatasetGrain GetDataset(string hash)
    {
        return new ServerDataset(_calls, hash);
    }

    public IAccessGrain GetAccess()
    {
        return new ServerAccess(_calls);
    }

    public ValueTask DisposeAsync()
    {
        _calls.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<string?> ReadKeyAsync(string file, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> content = await InputFile.ReadAsync(file, "a file with a key", LongestKey, cancellationToken);
        return DemandKey(Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF').Trim(), file);
    }

    // What stands in a header is visible letters alone.
    private static string? DemandKey(string? key, string source)
    {
        return key is null || (key.Length > 0 && key.All(letter => letter is > ' ' and < '\x7F'))
            ? key
            : throw new WrongInputException($"{source} holds no key: a key is one word, as 'gansweep keys' or the coordinator's administrator gave it.");
    }
}
