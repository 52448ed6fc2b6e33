using System.CommandLine;
using System.CommandLine.Parsing;

namespace GanSweep.Client.CommandLine;

/// <summary>Paths on the command line.</summary>
internal static class Paths
{
    /// <summary>Lets no blank name pass: no file has one, and a folder of spaces is a slip.</summary>
    public static void NotBlank<T>(this Option<T> option)
    {
        option.Validators.Add(result => Demand(option.Name, result));
    }

    /// <inheritdoc cref="NotBlank{T}(Option{T})"/>
    public static void NotBlank<T>(this Argument<T> argument)
    {
        argument.Validators.Add(result => Demand(argument.Name, result));
    }

    private static void Demand(string name, SymbolResult result)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{name} is blank; it takes a path.");
        }
    }
}
