using System.CommandLine;

namespace GanSweep.Client.CommandLine;

/// <summary>Ranges of numbers on the command line.</summary>
internal static class Ranges
{
    /// <summary>Lets only numbers from <paramref name="least"/> to <paramref name="most"/> pass.</summary>
    public static void Within<T>(this Option<T> option, long least, long most)
    {
        option.Validators.Add(result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                if (long.TryParse(token.Value, out long number) && (number < least || number > most))
                {
                    result.AddError($"{option.Name} {number} is out of range; {least:N0} to {most:N0} is allowed.");
                }
            }
        });
    }
}
