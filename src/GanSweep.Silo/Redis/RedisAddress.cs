using StackExchange.Redis;

namespace GanSweep.Silo.Redis;

/// <summary>The Redis of a cluster, by StackExchange.Redis' configuration text: HOST:PORT, with <c>,password=…</c> behind it if there is one.</summary>
public static class RedisAddress
{
    /// <summary>Whether a text names a Redis.</summary>
    public static bool IsValid(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The text without its password, for the log.</summary>
    public static string WithoutPassword(string text)
    {
        return ConfigurationOptions.Parse(text).ToString(includePassword: false);
    }

    /// <summary>Connects once, so that a missing Redis is reported in one sentence before anything is started.</summary>
    /// <exception cref="RedisUnreachableException">Nothing answers, or something that is not Redis.</exception>
    public static async Task RequireAnswerAsync(string text)
    {
        try
        {
            await using ConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(text);
            await connection.GetDatabase().PingAsync();
        }
        catch (RedisException exception)
        {
            throw new RedisUnreachableException(ConfigurationOptions.Parse(text).EndPoints[0].ToString()!, exception);
        }
    }

    /// <summary>How to connect. A Redis that is away is waited for: silos and clients outlive its restarts.</summary>
    public static ConfigurationOptions Options(string text)
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(text);
        options.AbortOnConnectFail = false;
        return options;
    }
}
