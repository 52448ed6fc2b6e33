using System.Globalization;
using LiteDB;

namespace GanSweep.Storage.LiteDb.Documents;

/// <summary>Ids of what a sweep has by number, <c>sweep/number</c>: what is of one sweep stands together and in order.</summary>
internal static class NumberedId
{
    /// <summary>The id of one.</summary>
    // Escaped, no sweep's id can look like another's with a number behind it.
    public static BsonValue Of(string sweepId, int number)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(sweepId)}/{number:D10}");
    }

    /// <summary>The ids of all of a sweep.</summary>
    public static BsonExpression AllOf(string sweepId)
    {
        return Query.Between("_id", Of(sweepId, 0), Of(sweepId, int.MaxValue));
    }

    /// <summary>The sweep whose id this is, with a number behind it.</summary>
    public static string SweepIdOf(BsonValue id)
    {
        string text = id.AsString;
        return Uri.UnescapeDataString(text[..text.LastIndexOf('/')]);
    }
}
