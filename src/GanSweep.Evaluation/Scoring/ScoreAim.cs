namespace GanSweep.Evaluation.Scoring;

/// <summary>What a score is to be. Scores are shown in this order.</summary>
public enum ScoreAim
{
    /// <summary>As low as possible; 0 is perfect.</summary>
    Low,

    /// <summary>As high as possible; 1 is perfect.</summary>
    High,

    /// <summary>As with rows that were never seen: near its null, the range that unseen real rows get.</summary>
    LikeUnseen,

    /// <summary>Nothing in itself: it stands for what was found on the way.</summary>
    Shown,
}
