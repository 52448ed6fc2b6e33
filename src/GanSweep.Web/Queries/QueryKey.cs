using System.Collections.Immutable;

namespace GanSweep.Web.Queries;

/// <summary>A key that an endpoint takes behind the question mark.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
internal sealed record QueryKey(string Name, string Description)
{
    /// <summary>The least number; null where it is no number.</summary>
    public long? Least { get; init; }

    /// <summary>The greatest number.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>The words that it may be; empty where it may be any.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it may be given more than once.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>A whole number.</summary>
    public static QueryKey Number(string name, string description, long least, long most = long.MaxValue)
    {
        return new QueryKey(name, description) { Least = least, Most = most };
    }

    /// <summary>One of some words.</summary>
    public static QueryKey OneOf(string name, string description, params ImmutableArray<string> words)
    {
        return new QueryKey(name, description) { Words = words };
    }
}
