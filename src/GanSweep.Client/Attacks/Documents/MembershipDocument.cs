using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Client.Attacks.Texts;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Membership;

namespace GanSweep.Client.Attacks.Documents;

/// <summary>How surely training rows are told from others, or windows of as many rows as <c>length</c> says, as <c>attack --json</c> prints it.</summary>
internal sealed record MembershipDocument(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Length,
    MembershipDocument.BesideChanceDocument Membership,
    MembershipDocument.BesideChanceDocument MembershipAt1,
    MembershipDocument.BesideChanceDocument MembershipAt10,
    ImmutableArray<MembershipDocument.CurveDocument> Attacks,
    ImmutableArray<MembershipDocument.ControlDocument> Controls,
    MembershipDocument.LookedDocument Looked,
    MembershipDocument.ExposureDocument Exposed,
    bool Conclusive,
    bool Caught,
    string Sentence,
    string DoesNotShow)
{
    /// <summary>That of rows.</summary>
    /// <param name="study">The study.</param>
    /// <param name="most">How many exposed rows are named.</param>
    public static MembershipDocument Of(MembershipStudy study, int most)
    {
        return Of(study, null, MembershipWords.Rows, [.. study.Exposed.Take(most).Select(record => new RecordDocument(record.Row + 1, null, record.FalseAlarms, record.Nearest))]);
    }

    /// <summary>That of windows; null where there are too few.</summary>
    /// <param name="windows">The study.</param>
    /// <param name="most">How many exposed windows are named.</param>
    public static MembershipDocument? Of(WindowStudy windows, int most)
    {
        return windows.Membership is not { } study ? null : Of(
            study,
            windows.Length,
            MembershipWords.Windows,
            [
                .. study.Exposed.Zip(windows.ExposedRows).Take(most)
                    .Select(each => new RecordDocument(null, [.. each.Second.Select(row => row + 1)], each.First.FalseAlarms, each.First.Nearest)),
            ]);
    }

    private static MembershipDocument Of(MembershipStudy study, int? length, MembershipWords words, ImmutableArray<RecordDocument> exposed)
    {
        return new MembershipDocument(
            length,
            BesideChanceDocument.Of(study.Area),
            BesideChanceDocument.Of(study.At1),
            BesideChanceDocument.Of(study.At10),
            [.. Enum.GetValues<MembershipAttack>().Select(attack => new CurveDocument(attack, BesideChanceDocument.Of(study.Areas[(int)attack])))],
            [.. study.Controls.Select(control => new ControlDocument(control.Name, control.Area))],
            new LookedDocument(study.Looked.Members, study.Looked.HeldOut, study.Looked.Synthetic),
            new ExposureDocument(
                study.ExposedBy,
                study.LookedForExposed,
                study.Exposed.Length,
                exposed),
            !study.Evidence.Missed.Any(),
            study.Evidence.IsCaught,
            MembershipText.Sentence(study, words),
            words.DoesNotShow);
    }

    /// <summary>A figure beside what it is under random labels: mean, 5 % and 95 %.</summary>
    internal sealed record BesideChanceDocument(double Value, double Mean, double Low, double High, bool BeyondChance)
    {
        public static BesideChanceDocument Of(MembershipFigure figure)
        {
            return new BesideChanceDocument(figure.Value, figure.Chance.Mean, figure.Chance.Low, figure.Chance.High, figure.IsBeyondChance);
        }
    }

    /// <summary>The area under the curve of one attack.</summary>
    internal sealed record CurveDocument(MembershipAttack Attack, BesideChanceDocument Area);

    /// <summary>What has to be found.</summary>
    internal sealed record ControlDocument(string Name, double Area);

    /// <summary>Rows, or windows, that were held against each other.</summary>
    internal sealed record LookedDocument(int Training, int Holdout, int Synthetic);

    /// <summary>The training rows, or windows, that are found most surely.</summary>
    internal sealed record ExposureDocument(MembershipAttack Attack, int Looked, int Count, ImmutableArray<RecordDocument> Rows);

    /// <summary>One of them: its number in the training file, from 1 without the header; of a window those of its rows, in the order of time.</summary>
    internal sealed record RecordDocument(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Row,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<int>? Rows,
        int FalseAlarms,
        double Nearest);
}
