using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Text;
using GanSweep.Tables.Transforms;

namespace GanSweep.Sweeps.Definitions;

/// <summary>
/// The sweep that is trained on a table for which nobody wrote a sweep.json: small, and done in minutes. All but what it crosses is left to the
/// defaults, which fit the table; it crosses what now one and now the other does better, see docs/quality.md.
/// </summary>
public static class ProposedSweep
{
    private const int MostNameLetters = 64;

    // Fewer rows than these tell nothing of privacy, and are all needed to train on.
    private const int FewestRowsToHoldOut = 100;
    private const double Holdout = 0.2;

    // Numbers that the networks see of a row: a run takes as much longer as there are more. Up to these many two cores train eight runs, four, two, within minutes.
    private const int MostForReplicates = 200;
    private const int MostForPenalties = 1_000;

    // Many rows say more than so many updates take up: the default, or three updates for two rows, as far as minutes go.
    private const double StepsOfRow = 1.5;
    private const int MostSteps = 24_000;

    /// <summary>The text of a sweep.json for a table.</summary>
    /// <param name="file">The table's file, as the person named it.</param>
    /// <param name="dataset">Its path from where the text is to lie.</param>
    /// <param name="table">The table.</param>
    /// <param name="reading">How it is read, as lines of the text ; empty where nothing is said of it.</param>
    public static string TextFor(string file, string dataset, Table table, string reading)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(table);
        double holdout = table.RowCount >= FewestRowsToHoldOut ? Holdout : 0;
        string held = holdout > 0
            ? $"\n  // A fifth of the rows is never trained on: it tells how far a generator leans on the rows that it saw.\n  \"holdout\": {holdout},"
            : string.Empty;
        int steps = (int)Math.Clamp(StepsOfRow * table.RowCount, LoopKeys.DefaultSteps, MostSteps);
        int numbers = TableTransform.FeatureCountOf(table);
        string replicates = numbers <= MostForReplicates ? "\"replicates\": 2," : $"// A row is {numbers:N0} numbers to the networks: each of these runs takes its minutes.\n  \"replicates\": 1,";
        string penalties = numbers <= MostForPenalties ? "[0.3, 1]" : "[1]";
        return $$"""
            {
              // Made for {{Amount.Of(table.RowCount, "row")}} of {{Amount.Of(table.ColumnCount, "column")}}; change what you like.
              "name": "{{NameOf(file)}}",
              "dataset": "{{JsonEncodedText.Encode(dataset.Replace('\\', '/'), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}",{{reading}}{{held}}
              {{replicates}}
              "config": {
                // Updates of the generator. What else a configuration can say suits the table where it is left out.
                "steps": {{steps}}
              },
              "space": {
                "loss": ["nonSaturating", "minimax"],
                "r1Penalty": {{penalties}}
              }
            }

            """;
    }

    // What a sweep may be called: letters, digits, '-', '_' and '.'.
    private static string NameOf(string file)
    {
        string name = Path.GetFileName(file);
        int end = name.IndexOf('.', 1);
        StringBuilder allowed = new();
        foreach (char letter in end > 0 ? name[..end] : name)
        {
            bool plain = char.IsAsciiLetterOrDigit(letter) || (allowed.Length > 0 && letter is '-' or '_');
            allowed.Append(plain ? letter : allowed.Length > 0 ? '-' : "");
        }

        string text = allowed.ToString().TrimEnd('-');
        return text.Length == 0 ? "table" : text[..Math.Min(text.Length, MostNameLetters)];
    }
}
