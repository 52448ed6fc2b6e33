using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;

namespace GanSweep.Sweeps.Tests.Stores;

public sealed class StoreKindsTests
{
    [Theory]
    [InlineData("first", true, "first")]
    [InlineData("second", true, "second")]
    [InlineData("neither", false, "first")]
    public async Task Folder_IsOpenedByTheKindThatKnowsItOrElseByTheFirst(string folder, bool known, string opened)
    {
        NamedKind first = new("first");
        NamedKind second = new("second");
        StoreKinds kinds = new(first, second);

        Assert.Equal(known, kinds.AnyIn(folder));
        ISweepStore store = await kinds.OpenAsync(new StoreOptions { Folder = folder }, TestContext.Current.CancellationToken);

        Assert.Same(opened == "first" ? first.Store : second.Store, store);
    }

    /// <summary>Knows the folder that has its name.</summary>
    private sealed class NamedKind(string name) : IStoreKind
    {
        public MemorySweepStore Store { get; } = new();

        public bool IsIn(string folder)
        {
            return folder == name;
        }

        public Task<ISweepStore> OpenAsync(StoreOptions options, CancellationToken cancellationToken)
        {
            return Task.FromResult<ISweepStore>(Store);
        }

        public Task<StoreVerdict> VerifyAsync(string folder, string? repairTo, CancellationToken cancellationToken)
        {
            return Task.FromResult(new StoreVerdict([new StoredKind(name, 1, 0)], []));
        }
    }
}
