using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Reading;
using GanSweep.Settings.Values;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The values of "columns": what a column is, where that is not to be found out, as a word or as an object with the word and more.</summary>
internal static class ColumnSettings
{
    public static readonly Setting<ColumnRole> Kind = new("kind", "What the column is.", new ChoiceKind<ColumnRole>());

    public static readonly Setting<string> Format = new(
        "format", "The format of a date in .NET's letters, such as dd/MM/yyyy. Left out: one of the known ones that fits every cell.",
        new TextKind("a format of 1 to 40 characters", 40, @"^[^\u0000-\u001F]+$"));

    /// <summary>The members of the object.</summary>
    public static readonly ImmutableArray<Setting> All = [Kind, Format];

    /// <summary>What the section says of columns.</summary>
    public static ImmutableSortedDictionary<string, ColumnOption> Read(JsonSpot spot)
    {
        var columns = ImmutableSortedDictionary.CreateBuilder<string, ColumnOption>(StringComparer.Ordinal);
        if (spot.Element.ValueKind != JsonValueKind.Object)
        {
            spot.Refuse("an object of columns' names and what they are");
            return columns.ToImmutable();
        }

        foreach ((string? name, JsonElement value) in spot.Members())
        {
            if (name is null)
            {
                spot.Errors.Add(spot.Path, "a name holds half of a surrogate pair, which is no text.");
                continue;
            }

            JsonSpot column = spot.Member(name, value);
            if (columns.ContainsKey(name))
            {
                spot.Errors.Add(column.Path, "the column is there twice; keep one.");
            }
            else if (ReadColumn(column) is { } option)
            {
                columns.Add(name, option);
            }
        }

        return columns.ToImmutable();
    }

    private static ColumnOption? ReadColumn(JsonSpot spot)
    {
        if (spot.Element.ValueKind != JsonValueKind.Object)
        {
            return Kind.Kind.TryRead(spot, out ColumnRole role) ? new ColumnOption(role) : null;
        }

        JsonSection section = new(spot, [.. All.Select(setting => setting.Name)], _ => null);
        ColumnRole kind = section.Require(Kind);
        string? format = section.TryRead(Format, out string text) ? text : null;
        if (format is not null && kind != ColumnRole.Date)
        {
            spot.Errors.Add($"{spot.Path}.{Format.Name}", "only a date has a format; remove it, or make the kind \"date\".");
        }

        return new ColumnOption(kind, format);
    }
}
