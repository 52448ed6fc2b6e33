using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace GanSweep.Tables.Filters;

/// <summary>The grammar of conditions.</summary>
internal static class FilterGrammar
{
    /// <summary>From letters to words.</summary>
    public static readonly Tokenizer<FilterToken> Tokens = new TokenizerBuilder<FilterToken>()
        .Ignore(Span.WhiteSpace)
        .Match(Character.EqualTo('('), FilterToken.Open)
        .Match(Character.EqualTo(')'), FilterToken.Close)
        .Match(Character.EqualTo(','), FilterToken.Comma)
        .Match(Span.EqualTo("<=").Try().Or(Span.EqualTo(">=").Try()).Or(Span.EqualTo("!=").Try()).Or(Span.EqualTo("<>").Try()).Or(Span.EqualTo("==").Try())
            .Or(Span.EqualTo("<").Try()).Or(Span.EqualTo(">").Try()).Or(Span.EqualTo("=")), FilterToken.Comparison)
        .Match(Quoted('"'), FilterToken.Quoted)
        .Match(Quoted('\''), FilterToken.Quoted)
        .Match(Span.EqualToIgnoreCase("and"), FilterToken.And, requireDelimiters: true)
        .Match(Span.EqualToIgnoreCase("or"), FilterToken.Or, requireDelimiters: true)
        .Match(Span.EqualToIgnoreCase("not"), FilterToken.Not, requireDelimiters: true)
        .Match(Span.EqualToIgnoreCase("in"), FilterToken.In, requireDelimiters: true)
        .Match(Span.EqualToIgnoreCase("is"), FilterToken.Is, requireDelimiters: true)
        .Match(Span.EqualToIgnoreCase("missing"), FilterToken.Missing, requireDelimiters: true)
        .Match(Span.MatchedBy(Character.Matching(IsOfAWord, "a letter, a digit or a sign").AtLeastOnce()), FilterToken.Word, requireDelimiters: true)
        .Build();

    private static readonly TokenListParser<FilterToken, string> Name =
        Token.EqualTo(FilterToken.Word).Select(token => token.ToStringValue())
            .Or(Token.EqualTo(FilterToken.Quoted).Select(token => Unquoted(token.ToStringValue())));

    private static readonly TokenListParser<FilterToken, Condition> Comparison =
        from column in Name
        from condition in
            (from sign in Token.EqualTo(FilterToken.Comparison)
             from value in Name
             select (Condition)new Condition.Compare(column, sign.ToStringValue(), value))
            .Or(from isNot in Token.EqualTo(FilterToken.Is).IgnoreThen(Token.EqualTo(FilterToken.Not).Optional())
                from missing in Token.EqualTo(FilterToken.Missing)
                select isNot is null ? new Condition.IsMissing(column) : (Condition)new Condition.Not(new Condition.IsMissing(column)))
            .Or(from values in Token.EqualTo(FilterToken.In).IgnoreThen(Name.ManyDelimitedBy(Token.EqualTo(FilterToken.Comma))
                    .Between(Token.EqualTo(FilterToken.Open), Token.EqualTo(FilterToken.Close)))
                select (Condition)new Condition.In(column, values))
        select condition;

    private static readonly TokenListParser<FilterToken, Condition> Factor =
        Token.EqualTo(FilterToken.Not).IgnoreThen(Parse.Ref(() => Factor!)).Select(inner => (Condition)new Condition.Not(inner))
            .Or(Parse.Ref(() => Any!).Between(Token.EqualTo(FilterToken.Open), Token.EqualTo(FilterToken.Close)))
            .Or(Comparison);

    private static readonly TokenListParser<FilterToken, Condition> All =
        Parse.Chain(Token.EqualTo(FilterToken.And), Factor, (_, left, right) => new Condition.And(left, right));

    private static readonly TokenListParser<FilterToken, Condition> Any =
        Parse.Chain(Token.EqualTo(FilterToken.Or), All, (_, left, right) => new Condition.Or(left, right));

    /// <summary>From words to a condition.</summary>
    public static TokenListParser<FilterToken, Condition> Whole { get; } = Any.AtEnd();

    private static TextParser<TextSpan> Quoted(char quote)
    {
        // A quote within is doubled.
        return Span.MatchedBy(
            from open in Character.EqualTo(quote)
            from content in Character.ExceptIn(quote).Or(Character.EqualTo(quote).IgnoreThen(Character.EqualTo(quote)).Try()).Many()
            from close in Character.EqualTo(quote)
            select Unit.Value);
    }

    private static string Unquoted(string quoted)
    {
        string quote = quoted[..1];
        return quoted[1..^1].Replace(quote + quote, quote, StringComparison.Ordinal);
    }

    private static bool IsOfAWord(char letter)
    {
        return !char.IsWhiteSpace(letter) && letter is not ('(' or ')' or ',' or '<' or '>' or '=' or '!' or '"' or '\'');
    }
}
