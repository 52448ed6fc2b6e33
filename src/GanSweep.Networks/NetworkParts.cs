using System.Collections.Immutable;

namespace GanSweep.Networks;

/// <summary>The memories of some networks, under the names that checkpoints have them by: <c>generator</c>, <c>generator.firstMoment</c>, ….</summary>
/// <param name="networks">The networks, in the order of the parts, each with the moving average of its weights, if it has one.</param>
public sealed class NetworkParts(params ImmutableArray<(string Name, NetworkState State, HostTensor? Average)> networks)
{
    /// <summary>The names.</summary>
    public ImmutableArray<string> Names { get; } =
    [
        .. networks.SelectMany(network => (string[])
        [
            network.Name, $"{network.Name}.firstMoment", $"{network.Name}.secondMoment", .. network.Average is null ? [] : (string[])[$"{network.Name}.average"],
        ]),
    ];

    /// <summary>The updates of each network.</summary>
    public ImmutableArray<long> Counters
    {
        get => [.. networks.Select(network => network.State.Optimizer.Updates)];
        set
        {
            foreach ((int index, (string _, NetworkState state, HostTensor? _)) in networks.Index())
            {
                state.Optimizer.Updates = value[index];
            }
        }
    }

    /// <summary>A memory.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none of that name.</exception>
    public Span<float> this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            string[] words = name.Split('.');
            (string _, NetworkState? state, HostTensor? average) = networks.FirstOrDefault(network => network.Name == words[0]);
            return (state, words.ElementAtOrDefault(1)) switch
            {
                ({ } found, null) => found.Weights.Values,
                ({ } found, "firstMoment") => found.Optimizer.FirstMoment,
                ({ } found, "secondMoment") => found.Optimizer.SecondMoment,
                ({ }, "average") when average is not null => average.Values,
                _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"There are {string.Join(", ", Names)}."),
            };
        }
    }
}
