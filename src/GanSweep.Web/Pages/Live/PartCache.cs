using System.Collections.Concurrent;

namespace GanSweep.Web.Pages.Live;

/// <summary>Parts of pages as they were last written, so that fifty who watch the same cost what one costs.</summary>
internal sealed class PartCache
{
    private const int MostHeld = 400;

    private readonly ConcurrentDictionary<(string Address, string Part), Held> _held = [];
    private long _uses;

    /// <summary>A part as HTML, written anew if its version is another. A long one is written meanwhile: until then it is what it was before, or is empty.</summary>
    /// <param name="address">The page with all that is asked of it.</param>
    /// <param name="part">The part.</param>
    /// <param name="reader">Who looks at it.</param>
    public async Task<WrittenPart> WriteAsync(string address, Part part, PageContext reader)
    {
        if (part.Kept is { } kept)
        {
            return kept;
        }

        if (part.IsPersonal)
        {
            return WrittenPart.Of(part.Id, part.Write);
        }

        (string, string) key = ($"{reader.Role} {address}", part.Id);
        Held? held = _held.GetValueOrDefault(key);
        if (held is null || (held.Version != part.Version && held.Written.IsCompleted))
        {
            WrittenPart before = held is { Written.IsCompletedSuccessfully: true } ? await held.Written : WrittenPart.Pending(part.Id);
            held = new Held(part.Version, before, part.IsLong ? Task.Run(() => WrittenPart.Of(part.Id, part.Write)) : Task.FromResult(WrittenPart.Of(part.Id, part.Write)));
            _held[key] = held;
            Forget();
        }

        held.LastUse = Interlocked.Increment(ref _uses);
        return held.Written.IsCompleted ? await held.Written : held.Before;
    }

    private void Forget()
    {
        if (_held.Count > MostHeld)
        {
            foreach ((string, string) key in _held.OrderBy(pair => pair.Value.LastUse).Take(MostHeld / 4).Select(pair => pair.Key))
            {
                _held.TryRemove(key, out _);
            }
        }
    }

    private sealed record Held(string Version, WrittenPart Before, Task<WrittenPart> Written)
    {
        public long LastUse { get; set; }
    }
}
