using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Strategies;

/// <summary>A strategy that tries as many configurations as it is told, lists and ranges alike.</summary>
internal abstract class SearchStrategy : Strategy
{
    private const int MostConfigurations = 1_000_000;

    /// <summary>The key of how many configurations are tried.</summary>
    internal const string ConfigurationsKey = "configurations";

    private static readonly Setting<int> ConfigurationsSetting = new(
        ConfigurationsKey, "How many configurations are tried, those of \"enqueue\" among them.", new WholeNumberKind<int>(1, MostConfigurations));

    private static readonly Setting<int> CohortSetting = new(
        "cohort",
        "How many configurations are decided on at once. What a cohort is hangs on the results of all cohorts but the one before it, so slots are busy where it is at least "
        + "twice their number; smaller ones learn sooner. How many slots there are changes nothing. Without effect where no run hangs on another's result.",
        new WholeNumberKind<int>(1, 1_000),
        DefaultCohort);

    private int _cohort = DefaultCohort;

    public override ImmutableArray<Setting> Keys => [ConfigurationsSetting, CohortSetting];

    public override ImmutableArray<Setting> Required => [ConfigurationsSetting];

    public override string Example => $"{{ \"kind\": \"{Name}\", \"configurations\": 60 }}";

    public override int Cohort => _cohort;

    /// <summary>How many configurations are tried; 0 in the list of strategies alone.</summary>
    public int Configurations { get; private set; }

    public override Strategy Read(JsonSection section)
    {
        var told = (SearchStrategy)MemberwiseClone();
        told.Configurations = section.Require(ConfigurationsSetting);
        told._cohort = section.Read(CohortSetting);
        return told;
    }

    public override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteNumber(ConfigurationsSetting.Name, Configurations);
        writer.WriteNumber(CohortSetting.Name, Cohort);
    }

    public override (BigInteger Configurations, string Product) Size(Alternatives alternatives)
    {
        return (Configurations, $"{Configurations:N0} configurations");
    }
}
