using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;

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
}
