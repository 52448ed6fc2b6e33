using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Sweeps;

/// <summary>
/// The sweep that is trained on a table for which nobody wrote a sweep.json: small, and done in minutes. All but what it crosses is left to the
/// defaults, which fit the table; it crosses what now one and now the other does better, see docs/quality.md.
/// </summary>
internal static class ProposedSweep
{
    private const int MostNameLetters = 64;

    // Fewer rows than these tell nothing of privacy, and are all needed to train on.
    private const int FewestRowsToHoldOut = 100;
    private const double Holdout = 0.2;

    /// <summary>The text of a sweep.json for a table.</summary>
    /// <param name="file">The table's file, as the person named it.</param>
    /// <param name="dataset">Its path from where the text is to lie.</param>
    /// <param name="table">Its size.</param>
    /// <param name="reading">How it is read, as lines of the text (<see cref="ReadingText"/>); empty where nothing is said of it.</param>
    public static string TextFor(string file, string dataset, TableSize table, string reading)
    {
        double holdout = table.Rows >= FewestRowsToHoldOut ? Holdout : 0;
        string held = holdout > 0
            ? $"\n  // A fifth of the rows is never trained on: it tells how far a generator leans on the rows that it saw.\n  \"holdout\": {holdout},"
            : string.Empty;
        return $$"""
            {
              // Made for {{Amount.Of(table.Rows, "row")}} of {{Amount.Of(table.Columns, "column")}}; change what you like.
              "name": "{{NameOf(file)}}",
              "dataset": "{{JsonEncodedText.Encode(dataset.Replace('\\', '/'), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}",{{reading}}{{held}}
              "replicates": 2,
              "config": {
                // Updates of the generator. What else a configuration can say suits the table where it is left out.
                "steps": {{LoopKeys.DefaultSteps}}
              },
              "space": {
                "loss": ["nonSaturating", "minimax"],
                "r1Penalty": [0.3, 1]
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
