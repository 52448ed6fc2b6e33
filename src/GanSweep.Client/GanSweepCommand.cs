using System.CommandLine;
using GanSweep.Client.Access;
using GanSweep.Client.Attacks;
using GanSweep.Client.Certificates;
using GanSweep.Client.Clusters;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Importance;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Reports;
using GanSweep.Client.Results;
using GanSweep.Client.Samples;
using GanSweep.Client.Scoring;
using GanSweep.Client.Sweeps;
using GanSweep.Client.Validation;
using GanSweep.Client.Verification;

namespace GanSweep.Client;

/// <summary>The command line of the program.</summary>
internal sealed class GanSweepCommand : RootCommand
{
    public GanSweepCommand(ClientEnvironment environment)
        : base("Trains many GANs on one table, ranks them by how close their synthetic rows are to the real ones, and hands back the best "
            + "generator.\n\nStart with: gansweep run sweep.json\n\nExit codes: 0 done, 1 something failed, 2 the input was wrong, "
            + "130 interrupted.")
    {
        Options.Add(Verbose);
        foreach (Command verb in (IEnumerable<Command>)
        [
            new ValidateVerb(environment),
            new DescribeVerb(environment),
            new RunVerb(environment),
            new SubmitVerb(environment),
            new ExtendVerb(environment),
            new WatchVerb(environment),
            new ListVerb(environment),
            new LeaderboardVerb(environment),
            new ShowVerb(environment),
            new ImportanceVerb(environment),
            .. ChangeVerb.All(environment),
            new ReportVerb(environment),
            new DownloadVerb(environment),
            new SampleVerb(environment),
            new ScoreVerb(environment),
            new AttackVerb(environment),
            new ClusterVerb(environment),
            new VerifyVerb(environment),
            new CertificatesVerb(environment),
            new WebVerb(environment),
            new KeysVerb(environment),
            new AuditVerb(environment),
        ])
        {
            Subcommands.Add(verb);
        }
    }

    /// <summary><c>--verbose</c>.</summary>
    public VerboseOption Verbose { get; } = new();
}
