using GanSweep.Gan.Configurations;
using GanSweep.Networks.Heads;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Engines;

/// <summary>The generator's last step.</summary>
internal static class GanHeads
{
    /// <summary>The choices of rows, as a configuration has them made.</summary>
    public static ChoiceHeads Of(GanConfiguration configuration, FeatureLayout features)
    {
        return new ChoiceHeads(
            [.. features.Choices.Select(choice => new ChoiceHead(choice.Start, choice.Count, choice.Amount, choice.AmountOutcome))],
            features.Count,
            configuration.GumbelTemperature);
    }
}
