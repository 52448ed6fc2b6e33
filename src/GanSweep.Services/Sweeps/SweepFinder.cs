using System.Collections.Immutable;
using F23.StringSimilarity;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Services.Sweeps;

/// <summary>Finds the sweep that a person means.</summary>
public static class SweepFinder
{
    private const int MostCandidates = 5;

    /// <summary>Finds a sweep by its id, or by a beginning that no other has.</summary>
    /// <param name="sweeps">Those there are.</param>
    /// <param name="text">An id or the beginning of one; null where there is only one sweep.</param>
    /// <param name="folder">The data folder that they are in; null for those of a coordinator.</param>
    /// <exception cref="SweepNotFoundException">No sweep, or more than one, is meant.</exception>
    public static SweepSummary Find(ImmutableArray<SweepSummary> sweeps, string? text, string? folder)
    {
        if (sweeps.Length == 0)
        {
            throw folder is null
                ? new SweepNotFoundException("There are no sweeps here yet. Submit one with: gansweep submit sweep.json")
                : NoneIn(folder);
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

    /// <summary>A data folder has no sweeps.</summary>
    public static SweepNotFoundException NoneIn(string folder)
    {
        return new SweepNotFoundException(
            $"There are no sweeps in {folder}. Name another folder with --data DIR, or start with: gansweep run sweep.json");
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
