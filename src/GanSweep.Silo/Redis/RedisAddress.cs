using StackExchange.Redis;

namespace GanSweep.Silo.Redis;

/// <summary>
/// The Redis of a cluster, by StackExchange.Redis' configuration text: HOST:PORT, with <c>,password=…</c> behind it if there is one, or
/// <c>,passwordFile=PATH</c> for a file that holds it, so that it stands on no command line and in no environment.
/// </summary>
public static class RedisAddress
{
    private const string PasswordFile = "passwordFile=";

    /// <summary>Whether a text names a Redis.</summary>
    public static bool IsValid(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(Split(text).Address).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The text without its password, for the log.</summary>
    public static string WithoutPassword(string text)
    {
        return ConfigurationOptions.Parse(Split(text).Address).ToString(includePassword: false);
    }

    /// <summary>The hosts and ports alone, for people.</summary>
    public static string EndPoints(string text)
    {
        return string.Join(',', ConfigurationOptions.Parse(Split(text).Address).EndPoints.Select(EndPointCollection.ToString));
    }

    /// <summary>Connects once, so that a missing Redis is reported in one sentence before anything is started.</summary>
    /// <exception cref="RedisUnreachableException">Nothing answers, or something that is not Redis, or its password is another.</exception>
    /// <exception cref="RedisPasswordException">The file of its password cannot be read.</exception>
    public static async Task RequireAnswerAsync(string text)
    {
        ConfigurationOptions options = Options(text);
        options.AbortOnConnectFail = true;
        try
        {
            await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(options);
            await connection.GetDatabase().PingAsync();
        }
        catch (RedisException exception)
        {
            throw new RedisUnreachableException(options.EndPoints[0].ToString()!, exception);
        }
    }

    /// <summary>How to connect. A Redis that is away is waited for: silos and clients outlive its restarts.</summary>
    /// <exception cref="RedisPasswordException">The file of its password cannot be read.</exception>
    public static ConfigurationOptions Options(string text)
    {
        (string address, string? passwordFile) = Split(text);
        ConfigurationOptions options = ConfigurationOptions.Parse(address);
        options.AbortOnConnectFail = false;
        if (passwordFile is not null)
        {
            options.Password = ReadPassword(passwordFile);
        }

        return options;
    }

    private static string ReadPassword(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RedisPasswordException(file, failure);
        }
    }

    private static (string Address, string? PasswordFile) Split(string text)
    {
        string[] parts = text.Split(',');
        string? file = parts.FirstOrDefault(IsPasswordFile)?.Trim()[PasswordFile.Length..];
        return (string.Join(',', parts.Where(part => !IsPasswordFile(part))), file);
    }

    private static bool IsPasswordFile(string part)
    {
        return part.Trim().StartsWith(PasswordFile, StringComparison.OrdinalIgnoreCase);
    }
}
