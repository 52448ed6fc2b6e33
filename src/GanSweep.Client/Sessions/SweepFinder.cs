using System.Collections.Immutable;
using F23.StringSimilarity;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Sessions;

/// <summary>Finds the sweep that a person means.</summary>
internal static class SweepFinder
{
    private const int MostCandidates = 5;

    /// <summary>Asks a session for its sweeps and finds one among them.</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="text">An id or the beginning of one; null where there is only one sweep.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SweepNotFoundException">No sweep, or more than one, is meant.</exception>
    public static async Task<SweepSummary> FindAsync(ISweepSession session, string? text, CancellationToken cancellationToken)
    {
        return Find(await session.GetDispatcher().ListAsync().WaitAsync(cancellationToken), text);
    }

    /// <summary>Finds a sweep by its id, or by a beginning that no other has.</summary>
    /// <exception cref="SweepNotFoundException">No sweep, or more than one, is meant.</exception>
    public static SweepSummary Find(ImmutableArray<SweepSummary> sweeps, string? text)
    {
        if (sweeps.Length == 0)
        {
            throw new SweepNotFoundException("There are no sweeps here yet. Submit one with: gansweep run sweep.json");
        }

        SweepSummary[] meant = [.. sweeps.Where(sweep => text is null || sweep.SweepId.StartsWith(text, StringComparison.Ordinal))];
        SweepSummary? exact = meant.FirstOrDefault(sweep => sweep.SweepId == text);
        if (exact is not null || meant.Length == 1)
        {
            return exact ?? meant[0];
        }

        if (meant.Length > 1)
        {
            string which = text is null ? $"There are {meant.Length} sweeps here; name one" : $"'{text}' begins {meant.Length} sweeps; name one in full";
            throw new SweepNotFoundException($"{which}: {Ids(meant)}.");
        }

        Damerau distance = new();
        IEnumerable<SweepSummary> nearest = sweeps.OrderBy(sweep => distance.Distance(Beginning(sweep.SweepId, text!.Length), text));
        throw new SweepNotFoundException($"There is no sweep '{text}'. Nearest: {Ids(nearest)}. All of them: gansweep list");
    }

    // The text may be a beginning too, so it is compared with as much of the id.
    private static string Beginning(string id, int length)
    {
        return id[..Math.Min(id.Length, length)];
    }

    private static string Ids(IEnumerable<SweepSummary> sweeps)
    {
        string[] ids = [.. sweeps.Select(sweep => sweep.SweepId).Take(MostCandidates + 1)];
        return string.Join(", ", ids.Take(MostCandidates)) + (ids.Length > MostCandidates ? ", …" : "");
    }
}
