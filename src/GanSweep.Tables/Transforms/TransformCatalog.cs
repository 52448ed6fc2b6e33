using System.Collections.Frozen;

namespace GanSweep.Tables.Transforms;

/// <summary>The transforms there are: every class of this assembly that derives from <see cref="Transform"/>, one a kind.</summary>
public static class TransformCatalog
{
    private static readonly FrozenDictionary<TransformKind, Transform> ByKind = typeof(Transform).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Transform)) && !type.IsAbstract)
        .Select(type => (Transform)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(transform => transform.Kind);

    /// <summary>The types of parameters and what a generator's file calls them.</summary>
    public static IEnumerable<(Type Type, string StoredName)> StoredForms =>
        ByKind.Values.Select(transform => (transform.ParametersType, transform.StoredName)).Distinct().Append((typeof(LevelParameters), "levels"));

    /// <summary>The transform of a kind.</summary>
    internal static Transform Of(TransformKind kind)
    {
        return ByKind[kind];
    }
}
