using System.Collections.Immutable;
using GanSweep.Documents;

namespace GanSweep.Web.Events;

/// <summary>A sweep at a moment, as its watchers are told of it.</summary>
/// <param name="Progress">Its progress.</param>
/// <param name="Text">The same as text.</param>
/// <param name="Name">A name of the text: the same text has the same name, in whichever process.</param>
/// <param name="Losses">The losses of runs that are being trained, or have ended a moment ago.</param>
internal sealed record WatchedSweep(ProgressDocument Progress, string Text, string Name, ImmutableSortedDictionary<int, WatchedLosses> Losses);
