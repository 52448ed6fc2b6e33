using System.CommandLine;
using GanSweep.Services.Errors;
using GanSweep.Services.Samples;

namespace GanSweep.Client.Samples;

/// <summary><c>--start</c>: where series begin.</summary>
internal sealed class StartOption : Option<string>
{
    public StartOption()
        : base("--start")
    {
        Description = "Where series begin: model, with rows of its own; real, each after a stretch that is drawn of the real table; or a number, all after that row of it. The last two need --table.";
        HelpName = SeriesStart.Form;
        DefaultValueFactory = _ => SeriesStart.Model;
    }

    /// <summary>What was said.</summary>
    /// <exception cref="WrongInputException">It cannot be read.</exception>
    public SeriesStart Read(ParseResult parsed)
    {
        return SeriesStart.Parse(parsed.GetRequiredValue(this), Name);
    }
}
