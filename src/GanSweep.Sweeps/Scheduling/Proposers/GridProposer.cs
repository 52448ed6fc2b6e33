using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling.Proposers;

/// <summary>The cells of the alternatives in their order.</summary>
internal sealed class GridProposer(Alternatives alternatives) : IProposer
{
    public bool Learns => false;

    public Proposal Propose(int number, IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending)
    {
        return new Proposal([alternatives.PointAt(number)], TrialOrigin.Grid);
    }

    /// <summary>The number of the first cell that amounts to a configuration, or null.</summary>
    public int? Find(Configuration effective, TrainingSize size)
    {
        return alternatives.CellOf(effective, size);
    }
}
