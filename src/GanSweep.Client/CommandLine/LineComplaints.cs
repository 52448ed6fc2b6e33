using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using F23.StringSimilarity;

namespace GanSweep.Client.CommandLine;

/// <summary>What is wrong with a command line, and what may have been meant.</summary>
internal static class LineComplaints
{
    private static readonly OptimalStringAlignment Edits = new();

    /// <summary>The complaints; none if the line can be acted on.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        bool asksForHelp = parsed.Action is not ParseErrorAction && parsed.Action != parsed.CommandResult.Command.Action;
        if (asksForHelp)
        {
            return [];
        }

        // The parser takes an option that does not exist for an argument, and then what follows it is out of place.
        IEnumerable<Token> arguments = parsed.Tokens.Where(token => token.Type == TokenType.Argument);
        string[] options = [.. arguments.Select(token => token.Value).Where(LooksLikeOption)];
        if (options.Length > 0)
        {
            string[] known = [.. KnownOptions(parsed.CommandResult)];
            return [.. options.Select(option => $"There is no option '{option}'{Hint(option, known)}"), SeeHelp(parsed)];
        }

        if (parsed.CommandResult.Command is { Subcommands.Count: > 0 } parent && parsed.Errors.Count > 0)
        {
            string[] verbs = [.. parent.Subcommands.Select(verb => verb.Name)];
            string complaint = parsed.UnmatchedTokens is [string word, ..]
                ? $"There is no verb '{word}'{Hint(word, verbs)}"
                : $"A verb is expected: {string.Join(", ", verbs)}.";
            return [complaint, SeeHelp(parsed)];
        }

        return parsed.Errors.Count == 0 ? [] : [.. parsed.Errors.Select(error => error.Message), SeeHelp(parsed)];
    }

    private static bool LooksLikeOption(string word)
    {
        return word.Length > 1 && word[0] == '-' && (word[1] == '-' || char.IsLetter(word[1]));
    }

    private static IEnumerable<CommandResult> Above(CommandResult command)
    {
        for (SymbolResult? parent = command.Parent; parent is CommandResult above; parent = above.Parent)
        {
            yield return above;
        }
    }

    private static IEnumerable<string> KnownOptions(CommandResult command)
    {
        IEnumerable<string> own = command.Command.Options.Select(option => option.Name);
        return Above(command).Aggregate(own, (known, parent) => known.Concat(parent.Command.Options.Where(option => option.Recursive).Select(option => option.Name)));
    }

    private static string Hint(string word, string[] known)
    {
        string nearest = known.MinBy(name => Edits.Distance(name, word))!;
        return Edits.Distance(nearest, word) <= Math.Max(1, nearest.Length / 3)
            ? $"; did you mean '{nearest}'?"
            : $". There are: {string.Join(", ", known)}.";
    }

    private static string SeeHelp(ParseResult parsed)
    {
        IEnumerable<string> verbs = Above(parsed.CommandResult).Prepend(parsed.CommandResult).Where(verb => verb.Command is not RootCommand).Select(verb => $"{verb.Command.Name} ");
        return $"See: gansweep {string.Concat(verbs.Reverse())}--help";
    }
}
