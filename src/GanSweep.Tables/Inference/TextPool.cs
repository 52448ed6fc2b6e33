using System.Text;

namespace GanSweep.Tables.Inference;

/// <summary>Different texts: each once, with how often it was seen and where first.</summary>
internal sealed class TextPool
{
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = new byte[256];
    private int[] _buckets = new int[64];
    private int _used;

    /// <summary>How many different texts there are.</summary>
    public int Count => _entries.Count;

    /// <summary>How many bytes they have.</summary>
    public int Length => _used;

    /// <summary>Sees a text.</summary>
    /// <param name="text">The text, as UTF-8.</param>
    /// <param name="line">Where.</param>
    /// <param name="isNew">Whether it is the first time.</param>
    /// <returns>Its number, from 0, in the order of first sight.</returns>
    public int Add(ReadOnlySpan<byte> text, long line, out bool isNew)
    {
        uint hash = Hash(text);
        int found = Find(text, hash);
        isNew = found < 0;
        if (!isNew)
        {
            _entries[found] = _entries[found] with { Count = _entries[found].Count + 1 };
            return found;
        }

        if (_used + text.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(2L * _bytes.Length, _used + (long)text.Length)));
        }

        text.CopyTo(_bytes.AsSpan(_used));
        if (_entries.Count * 2 > _buckets.Length)
        {
            Grow();
        }

        ref int bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries.Add(new Entry(_used, text.Length, hash, bucket - 1, 1, line, IsMarked: false));
        _used += text.Length;
        bucket = _entries.Count;
        return _entries.Count - 1;
    }

    /// <summary>The number of a text; negative if it was not seen.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        return Find(text, Hash(text));
    }

    /// <summary>A text.</summary>
    public string Text(int number)
    {
        return Encoding.UTF8.GetString(Bytes(number));
    }

    /// <summary>A text as UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes(int number)
    {
        return _bytes.AsSpan(_entries[number].Start, _entries[number].Length);
    }

    /// <summary>How often it was seen.</summary>
    public long CountOf(int number)
    {
        return _entries[number].Count;
    }

    /// <summary>Where it was seen first.</summary>
    public long LineOf(int number)
    {
        return _entries[number].Line;
    }

    /// <summary>Remembers of a text that it is no number.</summary>
    public void Mark(int number)
    {
        _entries[number] = _entries[number] with { IsMarked = true };
    }

    /// <summary>Whether that is remembered.</summary>
    public bool IsMarked(int number)
    {
        return _entries[number].IsMarked;
    }

    private int Find(ReadOnlySpan<byte> text, uint hash)
    {
        for (int number = _buckets[hash & (_buckets.Length - 1)] - 1; number >= 0; number = _entries[number].Next)
        {
            if (_entries[number].Hash == hash && Bytes(number).SequenceEqual(text))
            {
                return number;
            }
        }

        return -1;
    }

    private void Grow()
    {
        _buckets = new int[_buckets.Length * 4];
        for (int number = 0; number < _entries.Count; number++)
        {
            ref int bucket = ref _buckets[_entries[number].Hash & (_buckets.Length - 1)];
            _entries[number] = _entries[number] with { Next = bucket - 1 };
            bucket = number + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        HashCode hash = default;
        hash.AddBytes(text);
        return (uint)hash.ToHashCode();
    }

    private readonly record struct Entry(int Start, int Length, uint Hash, int Next, long Count, long Line, bool IsMarked);
}
