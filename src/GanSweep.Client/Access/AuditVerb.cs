using System.Collections.Immutable;
using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Access;
using GanSweep.Documents;
using Spectre.Console;

namespace GanSweep.Client.Access;

/// <summary><c>audit</c>: who did what by HTTP.</summary>
internal sealed class AuditVerb : AccessVerb
{
    private const int Most = 1000;

    private readonly Option<int?> _count = new("--count") { Description = $"How many entries at most, up to {Most:N0}. Left out: 50.", HelpName = "N" };
    private readonly Option<long?> _before = new("--before") { Description = "Begin before the entry of this number. Left out: with the latest.", HelpName = "N" };

    public AuditVerb(ClientEnvironment environment)
        : base(environment, "audit", "Show who did what by HTTP, from where and when, the latest first.")
    {
        _count.Within(1, Most);
        AddOptions(_count, _before);
    }

    protected override async Task RunAsync(ParseResult parsed, SessionRequest request, IAccessDesk desk, CancellationToken cancellationToken)
    {
        ImmutableArray<AuditEntry> entries = await desk.ReadAuditAsync(parsed.GetValue(_before), parsed.GetValue(_count) ?? 50);
        await Environment.WriteAsync(WantsJson(parsed), () => AuditDocument.Of(entries), console => Write(console, entries), cancellationToken);
    }

    private static void Write(IAnsiConsole console, ImmutableArray<AuditEntry> entries)
    {
        if (entries.IsEmpty)
        {
            console.WriteLine("Nothing was done by HTTP here yet.");
            return;
        }

        Table table = new Table().Border(TableBorder.Simple).BorderStyle(new Style(decoration: Decoration.Dim));
        table.AddColumn(new TableColumn("#").RightAligned().NoWrap()).AddColumn(new TableColumn("when (UTC)").NoWrap());
        foreach (string heading in (string[])["who", "from", "did", "sweep", "more"])
        {
            table.AddColumn(heading);
        }

        foreach (AuditEntry entry in entries)
        {
            string[] cells = [$"{entry.Number}", KeyTable.At(entry.At), entry.Who, entry.From, entry.Action, entry.Sweep ?? "", entry.Detail ?? ""];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
