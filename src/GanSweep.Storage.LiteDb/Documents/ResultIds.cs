using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>
/// The ids of the results, <c>number/run key</c>, numbered in the order in which they were added. Run keys are hashes: as ids they would lie
/// all over the index, and every result added would read and change pages of its own, the more the larger the store: at 60,000, looking up
/// alone took a quarter of the store's time. Numbered, they lie at its end; which number a run key has is held in memory, at about 40 bytes
/// a result.
/// </summary>
internal sealed class ResultIds
{
    // Format 1 had the run key alone for an id. Such results stay as they are.
    private const long Unnumbered = 0;

    private readonly Dictionary<UInt128, long> _numbers = [];
    private long _last;

    /// <summary>Takes over the ids that there are.</summary>
    public ResultIds(IEnumerable<BsonValue> ids)
    {
        foreach (BsonValue id in ids)
        {
            string text = id.AsString;
            int end = text.IndexOf('/', StringComparison.Ordinal);
            long number = end < 0 ? Unnumbered : long.Parse(text.AsSpan(0, end), CultureInfo.InvariantCulture);
            _numbers.Add(Digest(RunKeyOf(id)), number);
            _last = Math.Max(_last, number);
        }
    }

    /// <summary>The run key that an id stands for.</summary>
    public static string RunKeyOf(BsonValue id)
    {
        string text = id.AsString;
        return text[(text.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>The id under which a run key's result is, or null if there is none.</summary>
    public BsonValue? Find(string runKey)
    {
        return _numbers.TryGetValue(Digest(runKey), out long number) ? Id(number, runKey) : null;
    }

    /// <summary>Gives a run key that has no result the next id.</summary>
    public BsonValue Add(string runKey)
    {
        _numbers.Add(Digest(runKey), ++_last);
        return Id(_last, runKey);
    }

    private static BsonValue Id(long number, string runKey)
    {
        return number == Unnumbered ? runKey : string.Create(CultureInfo.InvariantCulture, $"{number:D10}/{runKey}");
    }

    // The text itself would take four times the memory.
    private static UInt128 Digest(string runKey)
    {
        return MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(runKey.AsSpan())));
    }
}
