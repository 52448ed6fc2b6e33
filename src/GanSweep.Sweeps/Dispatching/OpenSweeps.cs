using GanSweep.Contracts.Runs;

namespace GanSweep.Sweeps.Dispatching;

/// <summary>
/// The sweeps that may have work, and how many runs each has leased. Pure. Questions to sweeps may overlap: slots that were asked for count
/// as leased until the answer, and a sweep that says it has no work is not closed if it was announced since it was asked.
/// </summary>
internal sealed class OpenSweeps
{
    private readonly Dictionary<string, Standing> _sweeps = [];

    /// <summary>The sweeps that may have work.</summary>
    public IEnumerable<string> Ids => _sweeps.Where(sweep => sweep.Value.IsOpen).Select(sweep => sweep.Key);

    /// <summary>A sweep has work, perhaps again.</summary>
    public void Announce(string sweepId)
    {
        if (!_sweeps.TryGetValue(sweepId, out Standing? standing))
        {
            standing = _sweeps[sweepId] = new Standing();
        }

        standing.IsOpen = true;
        standing.Announcements++;
    }

    /// <summary>Which of some sweeps is open and has the fewest runs leased, or null if none is open.</summary>
    public string? Fewest(IEnumerable<string> among)
    {
        return among.Where(sweep => _sweeps[sweep].IsOpen).MinBy(sweep => _sweeps[sweep].Leased + _sweeps[sweep].Asked);
    }

    /// <summary>A sweep is asked for leases for so many slots.</summary>
    /// <returns>What its answer must be handed in with.</returns>
    public int Ask(string sweepId, int slots)
    {
        _sweeps[sweepId].Asked += slots;
        return _sweeps[sweepId].Announcements;
    }

    /// <summary>A sweep has answered, or could not: then it is asked again next time.</summary>
    /// <param name="sweepId">The sweep.</param>
    /// <param name="slots">What it was asked for.</param>
    /// <param name="asked">What <see cref="Ask"/> gave.</param>
    /// <param name="grants">Its answer, or null.</param>
    public void Answer(string sweepId, int slots, int asked, Grants? grants)
    {
        Standing standing = _sweeps[sweepId];
        standing.Asked -= slots;
        if (grants is not null)
        {
            standing.Leased = grants.Running;
            standing.IsOpen &= grants.Open || standing.Announcements > asked;
        }
    }

    private sealed class Standing
    {
        public bool IsOpen { get; set; }

        public int Announcements { get; set; }

        public int Leased { get; set; }

        public int Asked { get; set; }
    }
}
