using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>What a scheduler says of a run.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>It trains a configuration under a seed.</summary>
    /// <param name="Configuration">The configuration; keys may be left open.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Share">The share of its steps; 1 for all.</param>
    public sealed record Train(Configuration Configuration, long Seed, double Share = 1) : Decision
    {
        /// <summary>The configuration as it is trained on such a table: what is left open has the value that suits it, and the length is its share.</summary>
        /// <param name="size">How large the table is that is trained on.</param>
        public Configuration FittedTo(TrainingSize size)
        {
            ModelDescription model = Configuration.Model;
            Configuration whole = model.FittedTo(Configuration, size);
            if (Share >= 1)
            {
                return whole;
            }

            // A whole run of fewer epochs, not the beginning of a longer one: step sizes fall to their end in it.
            int epochs = Math.Max(1, (int)Math.Ceiling(Share * whole.Get(LoopKeys.Epochs)));
            Configuration shorter = model.Keys.Contains(LoopKeys.Steps) ? Configuration.With((ConfigurationKey)LoopKeys.Steps, null) : Configuration;
            return model.FittedTo(shorter.With(LoopKeys.Epochs, epochs), size);
        }

        /// <summary>What that amounts to.</summary>
        /// <param name="size">How large the table is that is trained on.</param>
        public Configuration EffectiveOn(TrainingSize size)
        {
            return Share >= 1 ? Configuration.Model.EffectiveOf(Configuration, size) : Configuration.Model.EffectiveOf(FittedTo(size), size);
        }
    }

    /// <summary>What it is hangs on runs that have not ended.</summary>
    public sealed record Wait : Decision;

    /// <summary>There is no such run, nor one of a higher number: the sweep has what it wants.</summary>
    public sealed record Stop : Decision;
}
