using System.CommandLine;
using GanSweep.Client.Attacks.Documents;
using GanSweep.Client.Attacks.Texts;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Progress;
using GanSweep.Client.Scoring;
using GanSweep.Documents;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Membership;
using GanSweep.Services.Errors;

namespace GanSweep.Client.Attacks;

/// <summary><c>attack</c>: what attackers get out of a synthetic table of the rows that it was learnt from.</summary>
internal sealed class AttackVerb : Verb
{
    private static readonly AttackContext Context = new(JsonDocuments.Readable(AttackContext.Default.Options));

    private const int Exposed = 10;

    private readonly Argument<string> _source = new("SOURCE")
    {
        Description = "A generator, the zip that 'run' or 'download' wrote, or a synthetic table from any tool, a CSV file with the columns of the training rows in any order.",
    };

    private readonly Option<string?> _sweep = new("--sweep")
    {
        Description = "In place of the two: the sweep.json that it came from, or the table that 'run' made a sweep for. The rows that it held out are those that were not trained on.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _training = new("--training")
    {
        Description = "The rows that it was learnt from, a table.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _holdout = new("--holdout")
    {
        Description = "Rows of the same source that it was not learnt from, a table too: what succeeds on these as well is no leak.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _known = new("--known")
    {
        Description = "Columns that the attacker knows. Linkability deals them in turn to two files. [default: all but the one that is told]",
        HelpName = "COLUMN",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _secret = new("--secret")
    {
        Description = "The column that the attacker is after. [default: every column in turn that is not known]",
        HelpName = "COLUMN",
    };

    private readonly Option<int?> _rows = new("--rows")
    {
        Description = "Rows that are drawn from a generator. [default: as many as training rows]",
        HelpName = "N",
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Seed of what is drawn: the generator's rows, and what attackers draw.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int?> _exposed = new("--exposed")
    {
        Description = "How many of the training rows are named that are found most surely, and of windows of them: for their owner, not to be shared. [default: 10]",
        HelpName = "N",
    };

    private readonly SequenceOptions _sequence = new(
        "Adds attacks on stretches of rows, and labels in stretches of time; attackers do not see the column itself. With --sweep that says it.", "stretches of so many are attacked as well");

    private readonly ReadingOptions _reading = new();
    private readonly JsonOption _json = new();

    public AttackVerb(ClientEnvironment environment)
        : base(environment, "attack", "Attack a generator or a synthetic table: tell who was trained on, single training rows out, link them, infer their columns, and say what that owes to training.")
    {
        _source.NotBlank();
        _training.NotBlank();
        _holdout.NotBlank();
        _sweep.NotBlank();
        _rows.Within(AttackedTables.LeastRows, AttackedSource.MostRows);
        _seed.Within(0, long.MaxValue);
        _exposed.Within(0, int.MaxValue);
        Arguments.Add(_source);
        Options.Add(_sweep);
        Options.Add(_training);
        Options.Add(_holdout);
        _sequence.AddTo(this);
        Options.Add(_known);
        Options.Add(_secret);
        Options.Add(_rows);
        Options.Add(_seed);
        Options.Add(_exposed);
        _reading.AddTo(this);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        long seed = parsed.GetValue(_seed);
        Attacked attacked = await ReadAsync(parsed, seed, cancellationToken);
        AttackedTables tables = attacked.Tables;
        AttackerKnowledge knowledge = KnowledgeText.Read(parsed.GetRequiredValue(_known), parsed.GetValue(_secret), tables.Training, attacked.Sequence);
        MembershipStudy membership = attacked.InFile(StudyMembership(attacked, cancellationToken));
        WindowStudy? windows = attacked.InTime is { } inTime ? attacked.InFile(StudyWindows(inTime, cancellationToken)) : null;
        AttackResults results = Attack(new AnonymeterAttacks(tables, knowledge, seed), cancellationToken);
        int exposed = parsed.GetValue(_exposed) ?? Exposed;
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            output => JsonDocuments.WriteAsync(
                output,
                AttackDocument.Of(
                    tables,
                    seed,
                    MembershipDocument.Of(membership, exposed),
                    windows is null ? null : MembershipDocument.Of(windows, exposed),
                    results,
                    AttackNotes.Of(tables, attacked.InTime, results)),
                Context.AttackDocument,
                cancellationToken),
            console => AttackView.Write(console, attacked, membership, windows, exposed, results));
        return ExitCode.Done;
    }

    private Task<Attacked> ReadAsync(ParseResult parsed, long seed, CancellationToken cancellationToken)
    {
        string source = parsed.GetRequiredValue(_source);
        int? rows = parsed.GetValue(_rows);
        return (parsed.GetValue(_sweep), parsed.GetValue(_training), parsed.GetValue(_holdout)) switch
        {
            ({ }, null, null) when _sequence.Said(parsed) is { } name => throw new WrongInputException(
                $"{name}: with --sweep, the sweep says how rows follow each other, and what it held out hangs on that. Leave {name} out, or name files with --training and --holdout."),
            ({ } sweep, null, null) =>
                new AttackedSweep(Environment, _reading.Read(parsed)) { Source = source, Sweep = sweep, Rows = rows, Seed = seed }.ReadAsync(cancellationToken),
            (null, { } training, { } holdout) =>
                new AttackedFiles(Environment, _reading.Read(parsed), _sequence)
                {
                    Source = source,
                    Training = training,
                    HeldOut = holdout,
                    Sequence = _sequence.Read(parsed),
                    Rows = rows,
                    Seed = seed,
                }.ReadAsync(cancellationToken),
            _ => throw new WrongInputException(
                "An attack needs rows that were trained on and rows that were not: --training FILE and --holdout FILE, or --sweep FILE, the sweep.json that held rows out."),
        };
    }

    private MembershipStudy StudyMembership(Attacked attacked, CancellationToken cancellationToken)
    {
        AttackedTables tables = attacked.Tables;
        using WorkProgress progress = new(Environment.Error, Environment.Time, "Telling training rows from others", MembershipStudy.Steps);
        MembershipStudy? study = attacked.InTime is { } inTime
            ? inTime.StudyRows(cancellationToken, progress.Tell)
            : MembershipStudy.Of(new HoldoutSplit(tables.Training, tables.HeldOut), tables.Synthetic, cancellationToken, progress.Tell);
        return study ?? throw new InvalidOperationException("There are enough held-out rows.");
    }

    private WindowStudy StudyWindows(AttackedSequence inTime, CancellationToken cancellationToken)
    {
        using WorkProgress progress = new(Environment.Error, Environment.Time, "Telling training windows from others", MembershipStudy.Steps);
        return inTime.StudyWindows(cancellationToken, progress.Tell);
    }

    private AttackResults Attack(AnonymeterAttacks attacks, CancellationToken cancellationToken)
    {
        using WorkProgress progress = new(Environment.Error, Environment.Time, "Attacking", attacks.Count);
        return attacks.Run(progress.Tell, cancellationToken);
    }
}
