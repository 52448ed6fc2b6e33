namespace GanSweep.Web.Pages.Live;

/// <summary>
/// A part as it was last written. However many look, one has it written; and one that may lag is written so seldom that writing it takes a small share of a
/// core, however often it changes.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class HeldPart(TimeProvider time)
{
    // A hundredth of a core for a part that may lag; of some ten of them that is what fifty watchers may cost.
    private const int TimesItsCost = 100;
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task<WrittenPart>? _writing;
    private WrittenPart? _last;
    private string? _version;
    private long _writtenAt;
    private TimeSpan _rest;

    /// <summary>When it was last asked for, by the number of the question.</summary>
    public long LastUse { get; set; }

    /// <summary>The part, written anew if its version is another, unless somebody is at it or it rests: then as it was before.</summary>
    public Task<WrittenPart> WriteAsync(Part part)
    {
        Task<WrittenPart> writing;
        lock (_lock)
        {
            if (_writing is { IsCompleted: false })
            {
                return _last is null && !part.IsLong ? _writing : Task.FromResult(LastOf(part));
            }

            // One that could not be written is tried again.
            bool isWritten = part.Version == _version && _writing is { IsCompletedSuccessfully: true };
            if (isWritten || (part.MayLag && time.GetElapsedTime(_writtenAt) < _rest))
            {
                return Task.FromResult(LastOf(part));
            }

            _version = part.Version;
            _writing = writing = new Task<WrittenPart>(() => WriteNow(part));
        }

        if (part.IsLong)
        {
            writing.Start(TaskScheduler.Default);
            return Task.FromResult(LastOf(part));
        }

        writing.RunSynchronously(TaskScheduler.Default);
        return writing;
    }

    private WrittenPart WriteNow(Part part)
    {
        long start = time.GetTimestamp();
        WrittenPart written = WrittenPart.Of(part.Id, part.Write);
        lock (_lock)
        {
            _writtenAt = time.GetTimestamp();

            // What is written for the first time is compiled first, which says nothing of the next time.
            TimeSpan rest = _last is null ? TimeSpan.Zero : TimesItsCost * time.GetElapsedTime(start, _writtenAt);
            (_rest, _last) = (rest < LongestRest ? rest : LongestRest, written);
        }

        return written;
    }

    private WrittenPart LastOf(Part part)
    {
        return _last ?? WrittenPart.Pending(part.Id);
    }
}
