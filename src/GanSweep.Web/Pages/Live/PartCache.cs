using System.Collections.Concurrent;

namespace GanSweep.Web.Pages.Live;

/// <summary>Parts of pages as they were last written, so that fifty who watch the same cost what one costs.</summary>
/// <param name="time">The clock.</param>
internal sealed class PartCache(TimeProvider time)
{
    private const int MostHeld = 400;

    private readonly ConcurrentDictionary<(string Address, string Part), HeldPart> _held = [];
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
        if (!_held.TryGetValue(key, out HeldPart? held))
        {
            held = _held.GetOrAdd(key, _ => new HeldPart(time));
            Forget();
        }

        held.LastUse = Interlocked.Increment(ref _uses);
        return await held.WriteAsync(part);
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
}
