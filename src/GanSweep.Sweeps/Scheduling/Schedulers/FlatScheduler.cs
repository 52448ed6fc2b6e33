using GanSweep.Settings.Models;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Scheduling.Schedulers;

/// <summary>Runs configurations in the order in which they are proposed, each under all its seeds. Nothing hangs on what has ended.</summary>
/// <param name="plan">What is tried.</param>
/// <param name="proposer">Says which configuration is which; it does not learn.</param>
/// <param name="configurations">How many.</param>
internal sealed class FlatScheduler(SearchPlan plan, IProposer proposer, int configurations) : IScheduler
{
    private const int MostRemembered = 10_000;

    private readonly Dictionary<Configuration, int> _numbers = [];
    private TrainingSize? _size;

    public int RunCount => configurations * plan.Replicates;

    public IEnumerable<string> Log => [];

    public Decision Decide(int run, IEndedRuns ended)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(run);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(run, RunCount);
        (int number, int replicate) = Math.DivRem(run - 1, plan.Replicates);
        return new Decision.Train(ConfigurationOf(number), plan.Seed + replicate);
    }

    public int TrainingCount(TrainingSize size)
    {
        return proposer.CountTrainings(size) is { } different ? different * plan.Replicates : RunCount;
    }

    public int? Find(Configuration effective, long seed, int? until, TrainingSize size)
    {
        return until is null && seed >= plan.Seed && seed < plan.Seed + plan.Replicates && NumberOf(effective, size) is { } number
            ? (number * plan.Replicates) + (int)(seed - plan.Seed) + 1
            : null;
    }

    // A grid computes it; of points it must be remembered which have been drawn.
    private int? NumberOf(Configuration effective, TrainingSize size)
    {
        if (proposer.TryFind(effective, size, out int? number))
        {
            return number;
        }

        if (size != _size && configurations <= MostRemembered)
        {
            _numbers.Clear();
            _size = size;
            for (int each = 0; each < configurations; each++)
            {
                Configuration configuration = ConfigurationOf(each);
                _numbers.TryAdd(configuration.Model.EffectiveOf(configuration, size), each);
            }
        }

        return _numbers.TryGetValue(effective, out int found) ? found : null;
    }

    private Configuration ConfigurationOf(int number)
    {
        // What is enqueued is what somebody has typed.
        return plan.Alternatives.ConfigurationAt(
            number < plan.Enqueued.Length ? plan.Enqueued[number] : plan.Alternatives.Rounded(proposer.Propose(number, [], []).Candidates[0]));
    }
}
