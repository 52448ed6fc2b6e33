using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Definitions;

namespace GanSweep.Sweeps.Keys;

/// <summary>The key under which the result of a run is remembered: a hash of all that the result depends on.</summary>
public static class RunKey
{
    /// <summary>What a sequence means: since 2, rows are learnt with what came before them, and the column that says when they are is not scored; since 3, what
    /// is learnt of amounts is what those say nothing of.</summary>
    internal const int Paths = 3;

    /// <summary>
    /// SHA-256 of a canonical text of the configuration (every key, defaults too), the seed, the epoch that it ends with if it is a beginning, the table's hash, the number of rows that are
    /// scored, the share that is held out, the target, the rules and the sequence if there are any, and the engine's version; 64 lower-case hexadecimal digits. How sweep.json spelled the values does not matter.
    /// </summary>
    /// <param name="spec">The run.</param>
    /// <param name="engineVersion">The version of what trains and scores; another one may give other bits.</param>
    public static string Compute(RunSpec spec, string engineVersion)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(engineVersion);
        return CanonicalHash.Compute(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("configuration");
            writer.WriteRawValue(spec.Configuration.Json);
            writer.WriteNumber("seed", spec.Seed);
            if (spec.Until is { } until)
            {
                writer.WriteNumber("until", until);
            }

            writer.WriteString("dataset", spec.DatasetHash);
            writer.WriteNumber("evaluationRows", spec.EvaluationRows);
            writer.WriteNumber("holdout", spec.Holdout);
            if (spec.Target is { } target)
            {
                // Left out where there is none, as before there were any.
                writer.WriteString("target", target);
            }

            if (spec.Rules is { } rules)
            {
                writer.WriteString("rules", rules);
            }

            if (spec.Sequence is { } sequence)
            {
                writer.WriteString("sequence", sequence);
                writer.WriteNumber("paths", Paths);
            }

            writer.WriteString("engine", engineVersion);
            writer.WriteEndObject();
        });
    }
}
