using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;
using GanSweep.Tables.Sequences;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The keys of "sequence": how the table's rows follow each other.</summary>
internal static class SequenceSettings
{
    public static readonly Setting<string> By = new(
        "by", $"The column of numbers or dates by which rows are sorted, or \"{RowSequence.FileOrder}\" for the order of the file.",
        new TextKind($"a column's name of 1 to 4,096 characters, or \"{RowSequence.FileOrder}\"", 4_096, @"^[^\u0000-\u001F]+$"));

    public static readonly Setting<string> Group = new(
        "group", "The column of words that tells one series from another. Left out: all rows are one series.",
        new TextKind("a column's name of 1 to 4,096 characters", 4_096, @"^[^\u0000-\u001F]+$"));

    public static readonly Setting<int> Window = new(
        "window", "How many rows the next one hangs on, unless \"window\" in \"config\" or \"space\" shows models others: every series has more, and the blocks by which yardsticks of time are drawn have on average at least as many.",
        new WholeNumberKind<int>(1, RowSequence.LargestWindow), RowSequence.DefaultWindow);

    public static readonly Setting<int> Blocks = new(
        "blocks", "In how many blocks, evenly spread over each series, rows are held out; of each block a window's rows at either end are neither trained on nor held out. 1: the last rows.",
        new WholeNumberKind<int>(1, RowSequence.MostBlocks), 1);

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Setting> All = [By, Group, Window, Blocks];

    /// <summary>Their names.</summary>
    public static readonly ImmutableArray<string> Names = [.. All.Select(setting => setting.Name)];

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a section says.</summary>
    public static RowSequence Read(JsonSection section)
    {
        return new RowSequence(section.Require(By) ?? RowSequence.FileOrder, section.TryRead(Group, out string group) ? group : null, section.Read(Window), section.Read(Blocks));
    }

    /// <summary>A sequence as one text, the same for the same; null if there is none.</summary>
    public static string? Text(RowSequence? sequence)
    {
        if (sequence is null)
        {
            return null;
        }

        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Json))
        {
            writer.WriteStartObject();
            writer.WriteString(By.Name, sequence.By);
            if (sequence.Group is { } group)
            {
                writer.WriteString(Group.Name, group);
            }

            writer.WriteNumber(Window.Name, sequence.Window);
            if (sequence.Blocks > 1)
            {
                // Left out where it says nothing, as before there was the key.
                writer.WriteNumber(Blocks.Name, sequence.Blocks);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
