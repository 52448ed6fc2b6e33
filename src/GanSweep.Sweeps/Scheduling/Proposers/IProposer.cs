using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Scheduling.Proposers;

/// <summary>Which configurations a search tries.</summary>
internal interface IProposer
{
    /// <summary>Whether what it proposes hangs on how earlier ones did.</summary>
    bool Learns { get; }

    /// <summary>What a configuration may be, best first, and where it comes from.</summary>
    /// <param name="number">Of the configuration, from 0; those that are enqueued are counted with.</param>
    /// <param name="observed">What is known of earlier ones, by number.</param>
    /// <param name="pending">Those that were proposed and of which nothing is known.</param>
    Proposal Propose(int number, IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending);

    /// <summary>How many different trainings its configurations are, each under one seed; null where it is not counted which come twice.</summary>
    /// <param name="size">How large the table is that is trained on.</param>
    int? CountTrainings(TrainingSize size)
    {
        return null;
    }

    /// <summary>Computes which configuration is the first that amounts to one.</summary>
    /// <param name="effective">A configuration that amounts to itself.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    /// <param name="number">Its number; null if there is none.</param>
    /// <returns>Whether that can be computed; if not, what has been proposed must be looked at.</returns>
    bool TryFind(Configuration effective, TrainingSize size, out int? number)
    {
        number = null;
        return false;
    }
}
