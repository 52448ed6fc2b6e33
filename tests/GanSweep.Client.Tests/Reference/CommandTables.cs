using System.CommandLine;
using GanSweep.Client.CommandLine;
using static GanSweep.Client.Tests.Reference.MarkdownTable;

namespace GanSweep.Client.Tests.Reference;

/// <summary>What the console program takes, as tables.</summary>
internal static class CommandTables
{
    private static readonly GanSweepCommand Program = new(ClientEnvironment.OfProcess());

    // A verb of verbs is those: keys create, keys list.
    private static IEnumerable<Command> Leaves => Program.Subcommands.SelectMany(verb => verb.Subcommands.Count == 0 ? [verb] : verb.Subcommands);

    private static IEnumerable<string> AllVerbs => Leaves.Select(FullName);

    /// <summary>The verbs with their arguments.</summary>
    public static string Verbs()
    {
        return Write(["verb", "does"], Leaves.Select(verb => new[]
        {
            Code(string.Join(' ', verb.Arguments.Select(Name).Prepend(FullName(verb)))),
            verb.Description!,
        }));
    }

    /// <summary>The options, each with the verbs that take it.</summary>
    public static string Options()
    {
        Option[] ofAll = [.. Program.Options.Where(option => option.Recursive)];
        return Write(["option", "is", "of"], Leaves
            .SelectMany(verb => verb.Options.Concat(ofAll), (verb, option) => (verb, option))
            .GroupBy(taken => (Name: Name(taken.option), Text: Text(taken.option)), taken => FullName(taken.verb))
            .OrderBy(option => option.Count() == AllVerbs.Count())
            .Select(option => new[] { Code(option.Key.Name), option.Key.Text, Owners([.. option]) }));
    }

    private static string FullName(Command verb)
    {
        return string.Join(' ', verb.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(verb.Name));
    }

    private static string Name(Argument argument)
    {
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name;
    }

    private static string Name(Option option)
    {
        return option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;
    }

    // Most descriptions say the default themselves; the help adds those that it can know.
    private static string Text(Option option)
    {
        string required = option.Required ? " Required." : "";
        string known = option.HasDefaultValue && option.GetDefaultValue() is string or int or long ? $" [default: {option.GetDefaultValue()}]" : "";
        return $"{option.Description}{required}{known}".Replace("<", "\\<", StringComparison.Ordinal);
    }

    private static string Owners(string[] verbs)
    {
        string[] others = [.. AllVerbs.Except(verbs)];
        return others.Length == 0 ? "every verb"
            : others.Length < verbs.Length ? $"all but {string.Join(", ", others.Select(Code))}"
            : string.Join(", ", verbs.Select(Code));
    }
}
