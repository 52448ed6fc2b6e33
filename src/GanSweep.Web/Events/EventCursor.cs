using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GanSweep.Web.Events;

/// <summary>
/// What a watcher of a sweep has been told: the name of the last progress, and of each run that was being trained the last epoch. It is the id of an event, and
/// means the same to any process, since a run's losses are the same whenever it is trained: so a watcher that comes back, to the same coordinator or to one that
/// has been started anew, is told what it has not been told, and nothing twice.
/// </summary>
/// <param name="Name">The name of the last progress; empty before the first.</param>
/// <param name="Epochs">The last epoch by run.</param>
internal sealed record EventCursor(string Name, ImmutableSortedDictionary<int, int> Epochs)
{
    // As many runs as a coordinator trains at once at most, as a rule; a person who writes an id by hand may ask for no more.
    private const int MostRuns = 1024;

    private const char Between = '~';

    private const char BeforeEpoch = '.';

    /// <summary>Nothing has been told.</summary>
    public static EventCursor Nothing { get; } = new("", ImmutableSortedDictionary<int, int>.Empty);

    /// <summary>Reads an id; one that is none is as if nothing had been told.</summary>
    public static EventCursor Parse(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return Nothing;
        }

        string[] parts = id.Split(Between);
        ImmutableSortedDictionary<int, int>.Builder epochs = ImmutableSortedDictionary.CreateBuilder<int, int>();
        foreach (string part in parts.Skip(1))
        {
            int at = part.IndexOf(BeforeEpoch, StringComparison.Ordinal);
            if (epochs.Count == MostRuns || at < 1 || NumberIn(part[..at]) is not { } run || NumberIn(part[(at + 1)..]) is not { } epoch)
            {
                return Nothing;
            }

            epochs[run] = epoch;
        }

        return new EventCursor(parts[0], epochs.ToImmutable());
    }

    /// <summary>The id.</summary>
    public override string ToString()
    {
        StringBuilder text = new(Name);
        foreach ((int run, int epoch) in Epochs)
        {
            text.Append(Between).Append(CultureInfo.InvariantCulture, $"{run}{BeforeEpoch}{epoch}");
        }

        return text.ToString();
    }

    private static int? NumberIn(string text)
    {
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
