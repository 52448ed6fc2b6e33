using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>A simple synthesizer, for a user to see at once whether a GAN was worth it. The same rows give the same draws.</summary>
internal interface IBaseline
{
    /// <summary>Its name in documents.</summary>
    string Name { get; }

    /// <summary>What it guarantees the rows that it looks at; null if nothing.</summary>
    PrivacyGuarantee? Guarantee => null;

    /// <summary>Synthetic rows.</summary>
    /// <param name="training">The rows that it may look at, at least two.</param>
    /// <param name="rows">How many to draw.</param>
    Table Draw(Table training, int rows);
}
