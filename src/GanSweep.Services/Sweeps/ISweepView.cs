using GanSweep.Contracts.Sweeps;

namespace GanSweep.Services.Sweeps;

/// <summary>A sweep to look at.</summary>
public interface ISweepView
{
    /// <summary>Where it stood when it was found.</summary>
    SweepSummary Summary { get; }

    /// <summary>The ranking.</summary>
    /// <param name="top">How many ranked rows at most, and as many excluded ones, or null for all; other runs come only with all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Leaderboard> GetLeaderboardAsync(int? top, CancellationToken cancellationToken);

    /// <summary>One run, whole.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run.</exception>
    Task<RunDetails> GetRunAsync(int run, CancellationToken cancellationToken);

    /// <summary>A kept generator's file: that of a run, or of the best run.</summary>
    /// <exception cref="RunNotFoundException">The sweep has no such run, or no completed run yet.</exception>
    /// <exception cref="GeneratorNotKeptException">The run's generator is not kept.</exception>
    Task<GeneratorFile> GetGeneratorAsync(int? run, CancellationToken cancellationToken);

    /// <summary>What was asked for, on which table, and who computed it.</summary>
    Task<SweepProvenance> GetProvenanceAsync(CancellationToken cancellationToken);

    /// <summary>The bytes of its table's file.</summary>
    Task<ReadOnlyMemory<byte>> ReadTableAsync(CancellationToken cancellationToken);
}
