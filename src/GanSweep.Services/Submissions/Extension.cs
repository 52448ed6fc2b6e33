using System.Globalization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Errors;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Services.Submissions;

/// <summary>
/// A search that goes on where another ended, with more configurations: another sweep, on the same table. What the text leaves out means what it meant there, and a rule that
/// stopped the search is left out, since it would stop this one at the same place.
/// </summary>
/// <param name="SweepId">Its id.</param>
/// <param name="Submission">What is submitted: the text that the store has, with one number of it changed.</param>
/// <param name="Tried">How many configurations the search tries that it goes on from.</param>
public sealed record Extension(string SweepId, SweepSubmission Submission, int Tried)
{
    /// <summary>Extends a search.</summary>
    /// <param name="sweep">Where the search comes from.</param>
    /// <param name="configurations">How many configurations are tried in all.</param>
    /// <param name="name">What the person is to change where that is too few: <c>--configurations</c>.</param>
    /// <param name="models">The models.</param>
    /// <param name="engine">The engines.</param>
    /// <exception cref="WrongInputException">It tries every combination, or as many already.</exception>
    public static Extension Of(SweepProvenance sweep, int configurations, string name, ModelCatalog models, EngineFacts engine)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        string json = ExtendedSweep.TextFor(sweep.Json, configurations, withoutStop: sweep.StoppedAfter is not null)
            ?? throw new WrongInputException(
                $"{sweep.SweepId} tries every combination of its space, so there are no more configurations. Add values to \"space\" in its sweep.json and run that: "
                + "what is trained already is not trained again.");
        int tried = sweep.StoppedAfter ?? SweepDefinition.Restore(sweep.Json, models, sweep.AsOf()).ConfigurationCount;
        if (configurations <= tried)
        {
            throw new WrongInputException(string.Create(
                CultureInfo.InvariantCulture, $"{sweep.SweepId} tries {tried:N0} configurations already; {name} must be higher."));
        }

        return new Extension(
            SweepPlan.IdOf(SweepDefinition.Restore(json, models, sweep.AsOf()), sweep.DatasetHash, engine),
            new SweepSubmission(json, sweep.DatasetHash, sweep.HasFormerDefaults, sweep.HasExactValues),
            tried);
    }
}
