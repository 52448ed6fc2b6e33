using System.Runtime.InteropServices;

namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>One column's part of a predicate.</summary>
/// <param name="Column">The column's number.</param>
/// <param name="Relation">What is said of its cell.</param>
/// <param name="Value">The value that it is compared with.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Column, Relation Relation, double Value)
{
    /// <summary>Whether a cell is so.</summary>
    public bool Fits(double cell)
    {
        return Relation switch
        {
            Relation.Equal => cell == Value,
            Relation.NotEqual => cell != Value,
            Relation.Less => cell < Value,
            Relation.Greater => cell > Value,
            Relation.AtMost => cell <= Value,
            Relation.AtLeast => cell >= Value,
            Relation.Missing => double.IsNaN(cell),
            _ => !double.IsNaN(cell),
        };
    }
}
