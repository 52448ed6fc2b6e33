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

    public int? CountTrainings(TrainingSize size)
    {
        return alternatives.CountTrainings(size);
    }

    public bool TryFind(Configuration effective, TrainingSize size, out int? number)
    {
        number = alternatives.CellOf(effective, size);
        return true;
    }
}
