namespace GanSweep.Sweeps.Scheduling.Proposers;

/// <summary>Why a configuration is tried. Names are stored and shown: they are never changed.</summary>
internal enum TrialOrigin
{
    /// <summary>It is listed in "enqueue".</summary>
    Enqueued,

    /// <summary>It is the next cell of a grid.</summary>
    Grid,

    /// <summary>It was drawn at random.</summary>
    Random,

    /// <summary>It is the next point of a Sobol sequence.</summary>
    Sobol,

    /// <summary>It is a Sobol point too, since too little was known for a model.</summary>
    StartUp,

    /// <summary>It is where, by what had ended, good configurations are dense and bad ones are not.</summary>
    Model,

    /// <summary>It was among the best of its rung.</summary>
    Promoted,

    /// <summary>It was among the best of the search, and is trained again under fresh seeds.</summary>
    Confirmed,
}
