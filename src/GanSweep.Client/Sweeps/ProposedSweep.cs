using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Tables;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Sweeps;

/// <summary>
/// The sweep that is trained on a table for which nobody wrote a sweep.json: small, and done in minutes. Its length is counted in updates, of
/// which small tables need as many as large ones; what it crosses is what does well on the example, see docs/quality.md.
/// </summary>
internal static class ProposedSweep
{
    private const int Updates = 10_000;
    private const int Evaluations = 50;
    private const int MostNameLetters = 64;

    // Fewer rows than these tell nothing of privacy, and are all needed to train on.
    private const int FewestRowsToHoldOut = 100;
    private const double Holdout = 0.2;

    /// <summary>The text of a sweep.json for a table.</summary>
    /// <param name="file">The table's file, as the person named it.</param>
    /// <param name="dataset">Its path from where the text is to lie.</param>
    /// <param name="table">Its size.</param>
    public static string TextFor(string file, string dataset, TableSize table)
    {
        double holdout = table.Rows >= FewestRowsToHoldOut ? Holdout : 0;
        int rows = (int)(table.Rows * (1 - holdout));
        int batch = table.Rows switch
        {
            < 1_000 => 32,
            < 10_000 => 64,
            _ => 128,
        };
        int updatesOfAnEpoch = Math.Max((rows + batch - 1) / batch, 1);
        int epochs = Math.Max(Updates / updatesOfAnEpoch, 1);
        int width = table.Columns <= 8 ? 64 : 128;
        string held = holdout > 0
            ? $"\n  // A fifth of the rows is never trained on: it tells how far a generator leans on the rows that it saw.\n  \"holdout\": {holdout},"
            : string.Empty;
        return $$"""
            {
              // Made for {{Amount.Of(table.Rows, "row")}} of {{Amount.Of(table.Columns, "column")}}; change what you like.
              "name": "{{NameOf(file)}}",
              "dataset": "{{JsonEncodedText.Encode(dataset.Replace('\\', '/'), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}}",{{held}}
              "replicates": 2,
              "config": {
                // About {{epochs * (long)updatesOfAnEpoch:N0}} updates of the generator.
                "epochs": {{epochs}},
                "evaluationInterval": {{Math.Max(epochs / Evaluations, 1)}},
                "batchSize": {{batch}},
                "generatorLayers": [{{width}}, {{width}}],
                "discriminatorLayers": [{{width}}, {{width}}],
                "emaDecay": 0.999
              },
              "space": {
                "loss": ["nonSaturating", "minimax"],
                "r1Penalty": [0.1, 1]
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
