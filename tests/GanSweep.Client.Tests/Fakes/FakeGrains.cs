using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using Orleans.Runtime;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Grains that live in the test.</summary>
internal sealed class FakeGrains : IGrainFactory
{
    public Dictionary<string, FakeSweep> Sweeps { get; } = [];

    public Dictionary<string, FakeDataset> Datasets { get; } = [];

    public List<SiloSummary> Silos { get; } = [];

    public FakeSweep Add(FakeSweep sweep)
    {
        Sweeps.Add(sweep.Board.Summary.SweepId, sweep);
        return sweep;
    }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        if (typeof(TGrainInterface) == typeof(IDatasetGrain))
        {
            if (!Datasets.TryGetValue(primaryKey, out FakeDataset? dataset))
            {
                Datasets.Add(primaryKey, dataset = new FakeDataset());
            }

            return (TGrainInterface)(object)dataset;
        }

        if (!Sweeps.TryGetValue(primaryKey, out FakeSweep? sweep))
        {
            Sweeps.Add(primaryKey, sweep = new FakeSweep(Boards.Empty(primaryKey)));
        }

        return (TGrainInterface)(object)sweep;
    }

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey
    {
        return (TGrainInterface)(object)new FakeDispatcher(this);
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw new NotSupportedException();
}
