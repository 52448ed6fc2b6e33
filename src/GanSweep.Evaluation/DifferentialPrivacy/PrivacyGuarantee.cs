namespace GanSweep.Evaluation.DifferentialPrivacy;

/// <summary>
/// (ε, δ)-differential privacy (Dwork and Roth 2014): whether a row was among those that a synthesizer was fitted on changes the odds of anything that it
/// draws by at most a factor of e^ε, but for a probability of δ. Neighbouring tables are such that one has a row more.
/// </summary>
/// <param name="Epsilon">ε, above 0; smaller is more private.</param>
/// <param name="Delta">δ, above 0 and below 1.</param>
public sealed record PrivacyGuarantee(double Epsilon, double Delta);
