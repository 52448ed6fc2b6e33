using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Client.Attacks.Texts;
using GanSweep.Evaluation.Attacks;

namespace GanSweep.Client.Attacks.Documents;

/// <summary>How attacks on a synthetic table went, as <c>attack --json</c> prints it.</summary>
internal sealed record AttackDocument(
    AttackDocument.RowsDocument Rows,
    long Seed,
    MembershipDocument Membership,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MembershipDocument? Windows,
    ImmutableArray<AttackDocument.ResultDocument> Attacks,
    IReadOnlyList<string> Notes)
{
    /// <param name="tables">What was attacked.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <param name="membership">How surely rows are told.</param>
    /// <param name="windows">How surely windows are; null where rows do not follow each other, or there are too few.</param>
    /// <param name="results">How the other attacks went.</param>
    /// <param name="notes">What is to be known of all.</param>
    public static AttackDocument Of(
        AttackedTables tables, long seed, MembershipDocument membership, MembershipDocument? windows, AttackResults results, IReadOnlyList<string> notes)
    {
        return new AttackDocument(
            new RowsDocument(tables.Synthetic.RowCount, tables.Training.RowCount, tables.HeldOut.RowCount),
            seed,
            membership,
            windows,
            [.. results.Attacks.Select(ResultDocument.Of)],
            notes);
    }

    /// <summary>Rows of each table.</summary>
    internal sealed record RowsDocument(int Synthetic, int Training, int Holdout);

    /// <summary>One attack. <c>known</c> and <c>otherKnown</c> are the columns of the two files of linkability; of inference <c>known</c> alone.</summary>
    internal sealed record ResultDocument(
        AttackKind Attack,
        string? Secret,
        ImmutableArray<string> Known,
        ImmutableArray<string> OtherKnown,
        AttackMeaning Meaning,
        int Attacks,
        int ControlAttacks,
        EstimateDocument AttackRate,
        EstimateDocument ControlRate,
        EstimateDocument BaselineRate,
        EstimateDocument Risk,
        EqualRowsDocument? EqualRows,
        string Sentence,
        string DoesNotShow)
    {
        public static ResultDocument Of(AttackResult result)
        {
            return new ResultDocument(
                result.Kind,
                result.Secret,
                result.Known,
                result.OtherKnown,
                result.Meaning,
                result.Attack.Attacks,
                result.Control.Attacks,
                EstimateDocument.Of(result.Attack),
                EstimateDocument.Of(result.Control),
                EstimateDocument.Of(result.Baseline),
                EstimateDocument.Of(result.Risk),
                result.EqualRows is { } equal
                    ? new EqualRowsDocument(equal.Rows, EstimateDocument.Of(equal.Attack), EstimateDocument.Of(equal.Control), EstimateDocument.Of(equal.Risk))
                    : null,
                AttackText.Sentence(result),
                AttackText.DoesNotShow(result));
        }
    }

    /// <summary>Singling out among equally many rows of both tables.</summary>
    internal sealed record EqualRowsDocument(int Rows, EstimateDocument AttackRate, EstimateDocument ControlRate, EstimateDocument Risk);
}
