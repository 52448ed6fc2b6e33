namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>What a predicate says of a cell.</summary>
internal enum Relation
{
    /// <summary>It is the value.</summary>
    Equal,

    /// <summary>It is another value, or missing.</summary>
    NotEqual,

    /// <summary>It is below the value.</summary>
    Less,

    /// <summary>It is above the value.</summary>
    Greater,

    /// <summary>It is the value or below.</summary>
    AtMost,

    /// <summary>It is the value or above.</summary>
    AtLeast,

    /// <summary>It is missing.</summary>
    Missing,

    /// <summary>It is not missing.</summary>
    Present,
}
