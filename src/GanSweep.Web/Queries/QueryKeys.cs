using System.Collections.Immutable;

namespace GanSweep.Web.Queries;

/// <summary>The keys that an endpoint takes. One that does not say takes none.</summary>
/// <param name="Keys">The keys.</param>
internal sealed record QueryKeys(ImmutableArray<QueryKey> Keys)
{
    /// <summary>None.</summary>
    public static QueryKeys None { get; } = new([]);
}
