namespace GanSweep.Tables.Sequences;

/// <summary>What a sequence is said in, for messages that tell what to change.</summary>
/// <param name="Sequence">All of it.</param>
/// <param name="Group">Its group.</param>
/// <param name="Window">Its window.</param>
/// <param name="Columns">Where it is said what columns are.</param>
/// <param name="Category">What says of a column, named in quotes, that it holds words.</param>
public sealed record SequenceWords(string Sequence, string Group, string Window, string Columns, Func<string, string> Category)
{
    /// <summary>Those of a sweep.json.</summary>
    public static SequenceWords OfSweep { get; } = new("\"sequence\"", "\"group\"", "\"window\"", "in \"columns\"", name => $"\"columns\": {{ {name}: \"category\" }}");
}
