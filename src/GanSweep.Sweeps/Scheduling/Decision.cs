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
    /// <param name="Share">The share of its steps after which it ends; 1 for all.</param>
    /// <param name="IsShort">Whether it is a whole run of so few steps instead of the beginning of one of all, as searches of earlier versions had it.</param>
    public sealed record Train(Configuration Configuration, long Seed, double Share = 1, bool IsShort = false) : Decision
    {
        /// <summary>The configuration as it is trained on such a table: what is left open has the value that suits it.</summary>
        /// <param name="size">How large the table is that is trained on.</param>
        public Configuration FittedTo(TrainingSize size)
        {
            ModelDescription model = Configuration.Model;
            Configuration whole = model.FittedTo(Configuration, size);
            if (Share >= 1 || !IsShort)
            {
                return whole;
            }

            // Step sizes fall to its end. By the key that tells its length: where that is "steps", an epoch may be a part of a pass, and so many epochs without
            // it would be more steps.
            ConfigurationKey<int> length = model.Keys.Contains(LoopKeys.Steps) && whole.Says(LoopKeys.Steps) ? LoopKeys.Steps : LoopKeys.Epochs;
            return model.FittedTo(Configuration.With(length, ShareOf(whole.Get(length))), size);
        }

        /// <summary>The epoch that it ends with on such a table, its share of all of them rounded up to whole ones; null where it is trained to its end.</summary>
        /// <param name="size">How large the table is that is trained on.</param>
        public int? UntilOn(TrainingSize size)
        {
            if (Share >= 1 || IsShort)
            {
                return null;
            }

            int epochs = FittedTo(size).Get(LoopKeys.Epochs);
            int until = ShareOf(epochs);
            return until < epochs ? until : null;
        }

        // 0.07 of 100 are 7, not 7.000…001.
        private int ShareOf(int length)
        {
            return Math.Max(1, (int)Math.Ceiling((Share * length) - 1e-9));
        }

        /// <summary>What its configuration amounts to.</summary>
        /// <param name="size">How large the table is that is trained on.</param>
        public Configuration EffectiveOn(TrainingSize size)
        {
            return Configuration.Model.EffectiveOf(Share < 1 && IsShort ? FittedTo(size) : Configuration, size);
        }
    }

    /// <summary>What it is hangs on runs that have not ended.</summary>
    public sealed record Wait : Decision;

    /// <summary>There is no such run, nor one of a higher number: the sweep has what it wants.</summary>
    public sealed record Stop : Decision;
}
