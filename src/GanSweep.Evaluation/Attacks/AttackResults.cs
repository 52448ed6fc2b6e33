using System.Collections.Immutable;

namespace GanSweep.Evaluation.Attacks;

/// <summary>How the attacks on a synthetic table went.</summary>
/// <param name="Attacks">Singling out, linkability and inference, the columns with the highest risk first; those are left out that the columns do not allow.</param>
/// <param name="SecretsLeftOut">How many columns were not tried, of very many.</param>
public sealed record AttackResults(ImmutableArray<AttackResult> Attacks, int SecretsLeftOut);
