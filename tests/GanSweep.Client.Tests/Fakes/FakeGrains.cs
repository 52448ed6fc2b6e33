using GanSweep.Contracts.Silos;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Grains that live in the test.</summary>
internal sealed class FakeGrains
{
    public Dictionary<string, FakeSweep> Sweeps { get; } = [];

    public Dictionary<string, FakeDataset> Datasets { get; } = [];

    public FakeAccess Access { get; } = new();

    public List<SiloSummary> Silos { get; } = [];

    public FakeSweep Add(FakeSweep sweep)
    {
        Sweeps.Add(sweep.Board.Summary.SweepId, sweep);
        return sweep;
    }

    public FakeDataset Dataset(string hash)
    {
        if (!Datasets.TryGetValue(hash, out FakeDataset? dataset))
        {
            Datasets.Add(hash, dataset = new FakeDataset(hash));
        }

        return dataset;
    }

    public FakeSweep Sweep(string id)
    {
        return Sweeps.TryGetValue(id, out FakeSweep? sweep) ? sweep : Add(new FakeSweep(Boards.Empty(id)));
    }
}
