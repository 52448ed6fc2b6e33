using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Services.Errors;
using GanSweep.Sweeps.Access;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Audits;

/// <summary>Which entries of the log are looked at: those in which each of these words stands, whatever its case; an empty one stands in all.</summary>
/// <param name="Who">In who it was, or from where.</param>
/// <param name="What">In what was done, or what else there is to say of it.</param>
/// <param name="Sweep">In the sweep's id.</param>
internal sealed record AuditFilter(string Who, string What, string Sweep)
{
    /// <summary>How many entries are on a page.</summary>
    public const int PageLength = 50;

    /// <summary>How many entries are looked through for a page: of a log of years, what is rare is found page by page.</summary>
    public const int MostLooked = 20 * AuditLog.LongestPage;

    /// <summary>Whether it lets all through.</summary>
    public bool IsEmpty => Who.Length + What.Length + Sweep.Length == 0;

    /// <summary>What an address says.</summary>
    /// <param name="query">What stands behind the question mark.</param>
    /// <returns>The filter, and the number of the entry before which to begin; null for the latest.</returns>
    /// <exception cref="WrongInputException">The number is none.</exception>
    public static (AuditFilter Filter, long? Before) Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        AuditFilter filter = new(query["who"].ToString().Trim(), query["what"].ToString().Trim(), query["sweep"].ToString().Trim());
        string before = query["before"].ToString();
        return before.Length == 0 ? (filter, null)
            : long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1 ? (filter, number)
            : throw new WrongInputException($"before is '{(before.Length > 40 ? before[..40] + "…" : before)}'; it is the number of an entry, a whole number from 1.");
    }

    /// <summary>A page of entries, the latest first.</summary>
    /// <param name="log">The log.</param>
    /// <param name="before">The number before which to begin; null for the latest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<AuditFound> FindAsync(AuditLog log, long? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(log);
        List<AuditEntry> found = [];
        int most = IsEmpty ? PageLength : AuditLog.LongestPage;
        for (int looked = 0; looked < MostLooked;)
        {
            IReadOnlyList<AuditEntry> entries = await log.ReadAsync(before, most).WaitAsync(cancellationToken);
            foreach (AuditEntry entry in entries)
            {
                before = entry.Number;
                if (Lets(entry))
                {
                    found.Add(entry);
                    if (found.Count == PageLength)
                    {
                        return new AuditFound(found, before);
                    }
                }
            }

            looked += entries.Count;
            if (entries.Count < most)
            {
                return new AuditFound(found, null);
            }
        }

        return new AuditFound(found, before);
    }

    /// <summary>The address of what it shows.</summary>
    /// <param name="before">The number of the entry before which to begin; null for the latest.</param>
    public string Address(long? before)
    {
        IEnumerable<(string Name, string Value)> said = [("who", Who), ("what", What), ("sweep", Sweep), ("before", before is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}") : "")];
        string query = string.Join('&', said.Where(each => each.Value.Length > 0).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value)}"));
        return query.Length == 0 ? "/audit" : $"/audit?{query}";
    }

    private bool Lets(AuditEntry entry)
    {
        return (Has(entry.Who, Who) || Has(entry.From, Who)) && (Has(entry.Action, What) || Has(entry.Detail, What)) && Has(entry.Sweep, Sweep);
    }

    private static bool Has(string? text, string word)
    {
        return word.Length == 0 || text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;
    }
}
