namespace GanSweep.Simulation.World;

/// <summary>How bad the world is while it is bad, drawn for a play.</summary>
internal sealed record Trouble
{
    /// <summary>A world in which nothing goes wrong.</summary>
    public static Trouble None { get; } = new();

    /// <summary>The share of messages that are lost.</summary>
    public double Lost { get; init; }

    /// <summary>The share of requests that arrive twice.</summary>
    public double Twice { get; init; }

    /// <summary>The share of messages that take seconds.</summary>
    public double Late { get; init; }

    /// <summary>The share of writes that fail alone.</summary>
    public double FailedWrites { get; init; }

    /// <summary>Mean time between two faults of a kind; zero for never.</summary>
    public TimeSpan Kills { get; init; }

    /// <inheritdoc cref="Kills"/>
    public TimeSpan Freezes { get; init; }

    /// <inheritdoc cref="Kills"/>
    public TimeSpan Restarts { get; init; }

    /// <inheritdoc cref="Kills"/>
    public TimeSpan DiskFailures { get; init; }

    /// <inheritdoc cref="Kills"/>
    public TimeSpan ClientCalls { get; init; }

    public static Trouble Draw(Random random)
    {
        return new Trouble
        {
            Lost = random.Next(3) == 0 ? 0 : random.NextDouble() * 0.2,
            Twice = random.Next(3) == 0 ? 0 : random.NextDouble() * 0.2,
            Late = random.Next(3) == 0 ? 0 : random.NextDouble() * 0.1,
            FailedWrites = random.Next(2) == 0 ? 0 : random.NextDouble() * 0.1,
            Kills = Mean(random),
            Freezes = Mean(random),
            Restarts = Mean(random),
            DiskFailures = Mean(random),
            ClientCalls = Mean(random),
        };
    }

    private static TimeSpan Mean(Random random)
    {
        return random.Next(3) == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(3 + (random.NextDouble() * 40));
    }
}
