namespace GanSweep.Numerics.Randomness;

/// <summary>What random numbers are for. Each purpose is a stream of its own; a number, once used, is never given to another purpose.</summary>
public enum RandomPurpose
{
    /// <summary>Initial weights of the generator; the step is the layer.</summary>
    GeneratorWeights = 1,

    /// <summary>Initial weights of the discriminator; the step is the layer.</summary>
    DiscriminatorWeights = 2,

    /// <summary>Order of the rows; the step is the epoch.</summary>
    Shuffle = 3,

    /// <summary>Latent vectors of the discriminator's updates; the step is the update.</summary>
    DiscriminatorNoise = 4,

    /// <summary>Latent vectors of the generator's updates; the step is the update.</summary>
    GeneratorNoise = 5,

    /// <summary>Dropout masks; the step is the update and the layer.</summary>
    Dropout = 6,

    /// <summary>Points between real and generated rows, for the gradient penalty; the step is the update.</summary>
    Interpolation = 7,

    /// <summary>Latent vectors of the evaluated sample; the step is the chunk of rows.</summary>
    Evaluation = 8,

    /// <summary>Latent vectors of synthetic rows that a user draws; the step is the chunk of rows.</summary>
    Sampling = 9,

    /// <summary>Row numbers of bootstrap draws; the step is the draw.</summary>
    Bootstrap = 10,

    /// <summary>Latent vectors of the sample that a finished run is scored on; the step is the chunk of rows.</summary>
    FinalEvaluation = 11,

    /// <summary>Which rows are held out; the step is the draw.</summary>
    Holdout = 12,

    /// <summary>Random halves of a table; the step is the draw.</summary>
    Halves = 13,

    /// <summary>What simple synthesizers draw; the step is theirs.</summary>
    Baseline = 14,

    /// <summary>Latent vectors of the sample that a generator's columns are calibrated on; the step is the chunk of rows.</summary>
    Calibration = 15,

    /// <summary>Which rows a boosted model is not trained on but stopped by; the step is the stratum.</summary>
    Validation = 16,

    /// <summary>The folds of a cross-validation; the step is the stratum.</summary>
    Folds = 17,

    /// <summary>What an attacker singles rows out by; the step is the draw.</summary>
    SinglingOut = 20,

    /// <summary>Which of equally near synthetic rows an attacker takes who links two files; the step is the file.</summary>
    Linkability = 21,

    /// <summary>Which of equally near synthetic rows an attacker takes who infers a column; the step is the column.</summary>
    Inference = 22,

    /// <summary>What is added to counts and sums for differential privacy; the step is the release and the part of it.</summary>
    PrivacyNoise = 23,

    /// <summary>Initial weights of a flow's network; the step is the layer.</summary>
    FlowWeights = 24,

    /// <summary>Where the paths of a flow's updates begin; the step is the update.</summary>
    FlowNoise = 25,

    /// <summary>How far along its path each row of a flow's updates is; the step is the update.</summary>
    FlowTime = 26,

    /// <summary>Initial weights of an encoder; the step is the layer.</summary>
    EncoderWeights = 27,

    /// <summary>Initial weights of a decoder; the step is the layer.</summary>
    DecoderWeights = 28,

    /// <summary>How far from their means the latent vectors of an autoencoder's updates are; the step is the update.</summary>
    LatentNoise = 29,

    /// <summary>Points of a space of configurations, each by itself; the step is the point.</summary>
    SearchPoint = 30,

    /// <summary>How the coordinates of a Sobol sequence are scrambled; the step is the coordinate.</summary>
    SobolScrambling = 31,

    /// <summary>Coordinates of points beyond those that a Sobol sequence has; the step is the point.</summary>
    CoordinatesBeyondSobol = 32,

    /// <summary>Candidates among which a proposal is chosen; the step is the configuration to be proposed and the candidate.</summary>
    SearchCandidate = 33,

    /// <summary>When the rows of a path are; the step is the path and the row.</summary>
    PathClock = 34,

    /// <summary>Which series of the real table drawn paths are of; the step is the path.</summary>
    PathGroup = 35,

    /// <summary>After which row of a real table a path begins; the step is the path.</summary>
    PathStart = 36,

    /// <summary>Which columns a tree of a boosted model looks at; the step is the tree.</summary>
    TreeColumns = 37,

    /// <summary>Which digits of a Sobol sequence's normal numbers are flipped; the step is the coordinate.</summary>
    SobolShift = 38,
}
