using GanSweep.Tables.Dialects;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Inference;

/// <summary>Why columns are refused, and what their user can do.</summary>
/// <param name="shown">What messages show.</param>
internal sealed class ColumnRefusals(Shown shown)
{
    /// <summary>A column of free text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="line">Where it begins.</param>
    /// <param name="what">How many texts it has.</param>
    public static ColumnRefusal FreeText(string name, long? line, string what)
    {
        return new ColumnRefusal(name, line, what, string.Empty, IsFreeText: true);
    }

    /// <summary>A column that would be something but for few cells.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="what">What it would be.</param>
    /// <param name="seen">What was seen of it.</param>
    /// <param name="texts">Its texts.</param>
    /// <param name="isOdd">Which of them are not that.</param>
    public ColumnRefusal Almost(string name, string what, ColumnObserver seen, TextPool texts, Func<int, bool> isOdd)
    {
        int[] odd = [.. Enumerable.Range(0, texts.Count).Where(isOdd).OrderByDescending(texts.CountOf)];
        IEnumerable<string> first = odd.Take(5).Select(text =>
            $"{shown.Quoted(texts.Text(text))} ({Amount.Of(texts.CountOf(text), "cell")}, first on line {texts.LineOf(text)}{(IsTooLarge(texts.Text(text)) ? "; larger than a double holds, about 1.8e308" : "")})");
        string more = odd.Length > 5 ? $" and {odd.Length - 5:N0} other texts" : "";
        string missing = string.Join(", ", odd.Take(20).Select(text => shown.Json(texts.Text(text))));
        return new ColumnRefusal(
            name,
            odd.Min(texts.LineOf),
            $"column {shown.Quoted(name)} has {what}, but {Amount.Of(odd.Sum(texts.CountOf), "cell")} of {seen.Present:N0} that are none: {string.Join(", ", first)}{more}.",
            $"Correct them, or say in sweep.json that such cells are missing: \"csv\": {{ \"missing\": [{missing}] }}, or that the column is words: \"columns\": {{ {shown.Json(name)}: \"category\" }}.",
            IsFreeText: false);
    }

    /// <summary>A column of dates of several formats.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="texts">Its texts.</param>
    public ColumnRefusal MixedDates(string name, TextPool texts)
    {
        string first = texts.Text(0);
        DateFormat format = DateFormat.All.First(known => known.TryRead(first, out _));
        int other = Enumerable.Range(0, texts.Count).First(text => !format.TryRead(texts.Text(text), out _));
        return new ColumnRefusal(
            name,
            texts.LineOf(other),
            $"column {shown.Quoted(name)} has dates of more than one format: {shown.Quoted(first)} on line {texts.LineOf(0)} and {shown.Quoted(texts.Text(other))} on line {texts.LineOf(other)}.",
            $"Write them in one, or take them as words or leave them out, in sweep.json: \"columns\": {{ {shown.Json(name)}: \"category\" }} or \"drop\".",
            IsFreeText: false);
    }

    /// <summary>Whether a text is a number that is larger than a double holds.</summary>
    public static bool IsTooLarge(string text)
    {
        NumberText number = new(text);
        return NumberStyle.First(number.Styles(NumberStyle.Every)) is { } style && number.TryRead(style, out double value) && double.IsInfinity(value);
    }
}
