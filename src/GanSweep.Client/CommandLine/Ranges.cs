using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GanSweep.Client.CommandLine;

/// <summary>Whole numbers on the command line, as people write them: 2000, 2,000 or 2e3.</summary>
internal static partial class Ranges
{
    /// <summary>Lets only whole numbers from <paramref name="least"/> to <paramref name="most"/> pass.</summary>
    public static void Within(this Option<long> option, long least, long most)
    {
        option.CustomParser = argument => Read(option.Name, argument, least, most) ?? least;
    }

    /// <inheritdoc cref="Within(Option{long}, long, long)"/>
    public static void Within(this Option<int?> option, int least, int most)
    {
        option.CustomParser = argument => (int?)Read(option.Name, argument, least, most);
    }

    /// <inheritdoc cref="Within(Option{long}, long, long)"/>
    public static void Within(this Argument<int> argument, int least, int most)
    {
        argument.CustomParser = result => (int)(Read(argument.Name, result, least, most) ?? least);
    }

    private static long? Read(string option, ArgumentResult argument, long least, long most)
    {
        string text = argument.Tokens[0].Value;
        string plain = Thousands().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double size) || size != Math.Floor(size))
        {
            argument.AddError($"{option} takes a whole number, such as 2000; '{text}' is none.");
            return null;
        }

        // A number beyond a decimal is beyond every range.
        bool isRead = decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number);
        if (!isRead || number < least || number > most)
        {
            argument.AddError($"{option} {text} is out of range; {least:N0} to {most:N0} is allowed.");
            return null;
        }

        return (long)number;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();
}
