using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Contracts.Access;
using Spectre.Console;

namespace GanSweep.Client.Access;

/// <summary>Keys as a table.</summary>
internal static class KeyTable
{
    /// <summary>Writes it.</summary>
    public static void Write(IAnsiConsole console, ImmutableArray<KeySummary> keys, DateTimeOffset now)
    {
        if (keys.IsEmpty)
        {
            console.WriteLine("There are no keys: on this machine nobody is asked for one.");
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("id").NoWrap()).AddColumn("name").AddColumn(new TableColumn("role").NoWrap()).AddColumn("state");
        table.AddColumn("created (UTC)").AddColumn("last use (UTC)");
        foreach (KeySummary key in keys)
        {
            string[] cells = [key.Id, key.Name, Word(key.Role), State(key, now), At(key.CreatedAt), key.UsedAt is { } used ? At(used) : Figures.None];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    /// <summary>A key in a few words: ann (k3x9q2wz), operator, until 2026-12-24 18:00.</summary>
    public static string Describe(KeySummary key)
    {
        return $"{key.Name} ({key.Id}), {Word(key.Role)}" + (key.ExpiresAt is { } expires ? $", until {At(expires)} UTC" : "");
    }

    /// <summary>A moment as tables show it.</summary>
    public static string At(DateTimeOffset moment)
    {
        return moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>A role as it is typed.</summary>
    public static string Word(AccessRole role)
    {
        return SummaryText.State(role);
    }

    private static string State(KeySummary key, DateTimeOffset now)
    {
        return key.RevokedAt is { } revoked ? $"revoked {At(revoked)}"
            : key.ExpiresAt is not { } expires ? "good"
            : expires <= now ? $"expired {At(expires)}" : $"good until {At(expires)}";
    }
}
