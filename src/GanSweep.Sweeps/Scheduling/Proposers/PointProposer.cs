using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;

namespace GanSweep.Sweeps.Scheduling.Proposers;

/// <summary>Points of a sequence, whatever comes of them.</summary>
/// <param name="enqueued">How many configurations are tried before its first.</param>
/// <param name="pointAt">The sequence, from 0.</param>
/// <param name="origin">What it is called.</param>
internal sealed class PointProposer(int enqueued, Func<int, Point> pointAt, TrialOrigin origin) : IProposer
{
    public bool Learns => false;

    public Proposal Propose(int number, IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending)
    {
        return new Proposal([pointAt(number - enqueued)], origin);
    }
}
