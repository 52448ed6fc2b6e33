namespace GanSweep.Evaluation.Attacks;

/// <summary>What an attacker tries.</summary>
public enum AttackKind
{
    /// <summary>To say something of one column that is true of a single training row.</summary>
    SinglingOutUnivariate,

    /// <summary>To say something of several columns that is true of a single training row.</summary>
    SinglingOutMultivariate,

    /// <summary>To find what belongs together of two files that have some columns of the training rows each.</summary>
    Linkability,

    /// <summary>To tell a column of training rows by the others.</summary>
    Inference,
}
