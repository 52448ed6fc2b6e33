using System.CommandLine;
using System.Globalization;
using GanSweep.Services.Errors;

namespace GanSweep.Client.Samples;

/// <summary><c>--start</c>: where series begin.</summary>
internal sealed class StartOption : Option<string>
{
    private const string Model = "model";
    private const string Real = "real";

    public StartOption()
        : base("--start")
    {
        Description = "Where series begin: model, with rows of its own; real, each after a stretch that is drawn of the real table; or a number, all after that row of it. The last two need --table.";
        HelpName = "model|real|ROW";
        DefaultValueFactory = _ => Model;
    }

    /// <summary>Whether series begin after real rows, and after which: null to draw them.</summary>
    /// <exception cref="WrongInputException">It says neither.</exception>
    public (bool IsReal, int? Row) Read(ParseResult parsed)
    {
        string said = parsed.GetRequiredValue(this);
        return said switch
        {
            Model => (false, null),
            Real => (true, null),
            _ when int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row > 0 => (true, row),
            _ => throw new WrongInputException($"--start is \"{said}\"; it is {Model}, {Real}, or the number of a row of the real table, from 1."),
        };
    }
}
