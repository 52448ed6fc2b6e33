using System.Globalization;
using GanSweep.Storage.LiteDb.Tests.Writer;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Storage.LiteDb.Tests.Files;

/// <summary>
/// Stores that are written and read while their disk or their folder fails, in every way that those do: what is read is right, what is
/// acknowledged is there, and whoever gets neither gets a sentence that names the cause.
/// </summary>
public sealed class StorageFaultTests
{
    private const int Last = 8;
    private const int PageSize = 8192;

    // GANSWEEP_SEED plays one of them.
    private static readonly int? Chosen = Environment.GetEnvironmentVariable("GANSWEEP_SEED") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : null;

    [Fact]
    public Task AnyFault_AtAnyMoment_LosesNothingAndSaysWhatItIs()
    {
        return PlayAsync(first: 1, plays: 45);
    }

    [Fact(Explicit = true)]
    public Task AThousandFaults_AtAnyMoment_LoseNothingAndSayWhatTheyAre()
    {
        return PlayAsync(first: 1_001, plays: 1_000);
    }

    private static async Task PlayAsync(int first, int plays)
    {
        Dictionary<(StorageFault Fault, bool Seen), int> seen = [];
        await Parallel.ForAsync(Chosen ?? first, Chosen is { } one ? one + 1 : first + plays, TestContext.Current.CancellationToken, async (seed, _) =>
        {
            StorageFault fault = (StorageFault)(seed % Enum.GetValues<StorageFault>().Length);
            bool said;
            try
            {
                said = await new Play(fault, new Random(seed)).RunAsync();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"GANSWEEP_SEED={seed} plays it again, {fault}: {exception.Message}", exception);
            }

            lock (seen)
            {
                seen[(fault, said)] = seen.GetValueOrDefault((fault, said)) + 1;
            }
        });

        // A fault that nobody ever noticed was none.
        Assert.All(Enum.GetValues<StorageFault>(), fault => Assert.True(Chosen is not null || seen.GetValueOrDefault((fault, true)) > 0, $"{fault} was never noticed."));
    }

    private sealed class Play(StorageFault fault, Random luck) : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly FailingDisk _disk = new() { HasPower = true };
        private readonly List<int> _acknowledged = [];
        private bool _said;

        private string Renamed => $"{_folder.Path}-renamed";

        /// <returns>Whether the fault was noticed.</returns>
        public async Task<bool> RunAsync()
        {
            using (this)
            {
                int faultAt = luck.Next(1, Last);
                LiteDbSweepStore store = await OpenAsync();
                for (int number = 1; number <= Last; number++)
                {
                    if (number == faultAt)
                    {
                        if (fault is StorageFault.FlippedBits or StorageFault.CutOff)
                        {
                            // Of a file that is open, the pages in memory are right.
                            await store.DisposeAsync();
                            Damage();
                            if (await TryAsync(async () => store = await OpenAsync()))
                            {
                                await ReadAsync(store);
                            }

                            return _said;
                        }

                        Break();
                    }

                    if (luck.Next(3) == 0)
                    {
                        await ReadAsync(store);
                    }

                    if (await TryAsync(() => Writes.DoAsync(store, number)))
                    {
                        _acknowledged.Add(number);
                    }
                }

                if (fault is StorageFault.Deleted or StorageFault.Replaced)
                {
                    Assert.True(_acknowledged.All(number => number < faultAt), "A write was acknowledged after the folder had gone.");
                    await store.DisposeAsync();
                    return _said;
                }

                Mend();
                if (luck.Next(2) == 0)
                {
                    // What goes on where it was finds everything too.
                    await NumberedWrites.AssertAsync(store, _acknowledged, Last);
                }

                await store.DisposeAsync();
                store = await OpenAsync();
                await NumberedWrites.AssertAsync(store, _acknowledged, Last);
                await Writes.DoAsync(store, Last + 1);
                await NumberedWrites.AssertAsync(store, [.. _acknowledged, Last + 1], Last + 1);
                await store.DisposeAsync();
                return _said;
            }
        }

        public void Dispose()
        {
            if (!Directory.Exists(_folder.Path))
            {
                Directory.CreateDirectory(_folder.Path);
            }

            if (Directory.Exists(Renamed))
            {
                Directory.Delete(Renamed, recursive: true);
            }

            _folder.Dispose();
        }

        private Task<LiteDbSweepStore> OpenAsync()
        {
            return LiteDbSweepStore.OpenAsync(new FailingFiles(_folder.Path, _disk), new StoreOptions { Folder = _folder.Path });
        }

        // All that it says is right, or it says that it cannot.
        private Task<bool> ReadAsync(ISweepStore store)
        {
            IReadOnlyCollection<int> expected = fault is StorageFault.FlippedBits or StorageFault.CutOff ? [] : _acknowledged;
            return TryAsync(() => NumberedWrites.AssertAsync(store, expected, Last));
        }

        private async Task<bool> TryAsync(Func<Task> action)
        {
            try
            {
                await action();
                return true;
            }
            catch (StoreException exception)
            {
                _said = true;
                Assert.Contains(Cause, exception.Message, StringComparison.Ordinal);
                Assert.Contains(_folder.Path, exception.Message, StringComparison.Ordinal);
                return false;
            }
        }

        private string Cause => fault switch
        {
            StorageFault.DiskFull => "No space left on device",
            StorageFault.WritesFail or StorageFault.ReadsFail => "Input/output error",
            StorageFault.ReadOnly => "Read-only file system",
            StorageFault.Deleted or StorageFault.Renamed or StorageFault.Replaced => "is no longer the one",
            _ => "is damaged",
        };

        private void Break()
        {
            switch (fault)
            {
                case StorageFault.DiskFull:
                    _disk.Room = luck.Next(30);
                    break;
                case StorageFault.WritesFail:
                    (_disk.Room, _disk.Complaint) = (luck.Next(30), "Input/output error");
                    break;
                case StorageFault.ReadOnly:
                    (_disk.Room, _disk.Complaint) = (0, "Read-only file system");
                    break;
                case StorageFault.ReadsFail:
                    _disk.IsUnreadable = true;
                    break;
                case StorageFault.Deleted:
                    Directory.Delete(_folder.Path, recursive: true);
                    break;
                case StorageFault.Renamed:
                    Directory.Move(_folder.Path, Renamed);
                    break;
                default:
                    Directory.Move(_folder.Path, Renamed);
                    Directory.CreateDirectory(_folder.Path);
                    File.Copy(Path.Combine(Renamed, Path.GetFileName(_folder.Data)), _folder.Data);
                    break;
            }
        }

        private void Mend()
        {
            (_disk.Room, _disk.IsUnreadable) = (int.MaxValue, false);
            if (fault == StorageFault.Renamed)
            {
                Directory.Move(Renamed, _folder.Path);
            }
        }

        private void Damage()
        {
            byte[] content = File.ReadAllBytes(_folder.Data);
            if (fault == StorageFault.CutOff)
            {
                File.WriteAllBytes(_folder.Data, content[..(luck.Next(2) == 0 ? content.Length - (PageSize * luck.Next(1, content.Length / PageSize)) : luck.Next(content.Length))]);
                return;
            }

            for (int flips = luck.Next(1, 20); flips > 0; flips--)
            {
                content[luck.Next(content.Length)] ^= (byte)(1 << luck.Next(8));
            }

            File.WriteAllBytes(_folder.Data, content);
        }
    }
}
