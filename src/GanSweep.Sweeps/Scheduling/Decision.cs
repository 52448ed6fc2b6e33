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

            // A whole run of fewer steps, not the beginning of a longer one: step sizes fall to their end in it. By the key that tells its length: where that is
            // "steps", an epoch may be a part of a pass, and so many epochs without it would be more steps.
            ConfigurationKey<int> length = model.Keys.Contains(LoopKeys.Steps) && whole.Says(LoopKeys.Steps) ? LoopKeys.Steps : LoopKeys.Epochs;
            return model.FittedTo(Configuration.With(length, ShareOf(whole.Get(length))), size);
        }

        // 0.07 of 100 are 7, not 7.000…001.
        private int ShareOf(int length)
        {
            return Math.Max(1, (int)Math.Ceiling((Share * length) - 1e-9));
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
