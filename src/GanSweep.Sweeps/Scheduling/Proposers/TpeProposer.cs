using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Proposals;

namespace GanSweep.Sweeps.Scheduling.Proposers;

/// <summary>Where good configurations are dense and bad ones are not, by all that has ended.</summary>
internal sealed class TpeProposer(SearchDomain domain, long seed) : IProposer
{
    private readonly TreeParzenProposer _proposer = new(domain, seed);

    public bool Learns => true;

    public Proposal Propose(int number, IReadOnlyList<Observation> observed, IReadOnlyList<Point> pending)
    {
        return new Proposal(
            _proposer.Propose(number, observed, pending), _proposer.IsStartUp(number, observed.Count) ? TrialOrigin.StartUp : TrialOrigin.Model);
    }
}
