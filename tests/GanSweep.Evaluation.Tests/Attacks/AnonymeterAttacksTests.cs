using CsCheck;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Attacks.Rates;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Attacks;

public sealed class AnonymeterAttacksTests
{
    [Fact]
    public void Run_ACopyOfTheTrainingRows_IsCaughtInEveryWay()
    {
        Table training = Any(300, 1);

        AttackResults results = Run(training, training, Any(300, 2));

        Assert.Equal(
            [AttackKind.SinglingOutUnivariate, AttackKind.SinglingOutMultivariate, AttackKind.Linkability, .. Enumerable.Repeat(AttackKind.Inference, 5)],
            results.Attacks.Select(attack => attack.Kind));
        Assert.All(results.Attacks.Where(attack => attack.Secret != "constant"), attack => Assert.True(attack.Risk.Low > 0.5, attack.ToString()));
        Assert.All(results.Attacks.Take(2), attack => Assert.Null(attack.EqualRows));
    }

    [Fact]
    public void Run_RowsOfTheirOwn_AreNoRisk()
    {
        AttackResults results = Run(Any(300, 3), Any(300, 1), Any(300, 2));

        Assert.All(results.Attacks, attack => Assert.True(attack.Risk.Low == 0, attack.ToString()));
    }

    [Fact]
    public void Run_AConstant_TellsNothingAndComesLast()
    {
        Table training = Any(300, 1);

        AttackResult last = Run(training, training, Any(300, 2)).Attacks[^1];

        Assert.Equal(("constant", AttackMeaning.NoBetterThanNaive), (last.Secret, last.Meaning));
    }

    [Fact]
    public void Run_WhereNothingSinglesOut_IsTooFew()
    {
        Table words = new([WithLevels("one"), WithLevels("other")], [[.. Enumerable.Range(0, 60).Select(row => (double)(row % 2))], [.. Enumerable.Range(0, 60).Select(row => (double)(row / 2 % 2))]]);

        AttackResult attack = Run(words, words, words).Attacks[0];

        Assert.Equal((0, AttackMeaning.TooFewAttacks), (attack.Attack.Attacks, attack.Meaning));
    }

    [Fact]
    public void Run_WithASecretAndWhatIsKnown_AttacksThatAlone()
    {
        Table training = Any(60, 1);

        AttackResults results = Run(Any(60, 3), training, Any(60, 2), new AttackerKnowledge(["word", "number"], "day"));

        AttackResult inference = Assert.Single(results.Attacks, attack => attack.Kind == AttackKind.Inference);
        Assert.Equal("day", inference.Secret);
        Assert.Equal(["word", "number"], inference.Known);
        AttackResult link = results.Attacks.Single(attack => attack.Kind == AttackKind.Linkability);
        Assert.Equal(["word"], link.Known);
        Assert.Equal(["number"], link.OtherKnown);
    }

    [Fact]
    public void Run_OneColumn_IsSingledOutByAlone()
    {
        Table numbers = Tables.Of([.. Enumerable.Range(0, 40).Select(row => (double)row)]);

        Assert.Equal([AttackKind.SinglingOutUnivariate], Run(numbers, numbers, numbers).Attacks.Select(attack => attack.Kind));
    }

    [Fact]
    public void Run_Told_CountsToTheLast()
    {
        Table table = Any(40, 1);
        AnonymeterAttacks attacks = new(new AttackedTables(table, table, table), AttackerKnowledge.OfAllOthers, 1);
        List<long> done = [];

        attacks.Run(done.Add, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, attacks.Count).Select(count => (long)count), done);
    }

    [Fact]
    public void Run_Cancelled_GivesUp()
    {
        Table table = Any(40, 1);

        Assert.Throws<OperationCanceledException>(() =>
            new AnonymeterAttacks(new AttackedTables(table, table, table), AttackerKnowledge.OfAllOthers, 1).Run(cancellationToken: new CancellationToken(canceled: true)));
    }

    // The control has fewer rows: Anonymeter's correction makes a risk of that, and equal rows none.
    [Fact]
    public void EqualRows_OfTablesOfOneSource_AreHardlyARisk()
    {
        AttackResult attack = Run(Any(1000, 3), Any(1000, 1), Any(300, 2)).Attacks[1];

        Assert.True(attack.Risk.Low > 0.1, attack.ToString());
        Assert.True(attack.EqualRows!.Risk.Value < 0.06, attack.ToString());
    }

    [Fact]
    public void Run_TheSameSeed_HasTheSameFigures()
    {
        Table synthetic = Any(200, 3);
        Table training = Any(300, 1);
        Table heldOut = Any(100, 2);

        string Figures(long seed)
        {
            return string.Join(' ', new AnonymeterAttacks(new AttackedTables(synthetic, training, heldOut), AttackerKnowledge.OfAllOthers, seed).Run(cancellationToken: TestContext.Current.CancellationToken)
                .Attacks.Select(attack => $"{attack.Attack} {attack.Control} {attack.Baseline} {attack.EqualRows}"));
        }

        Assert.Equal(Figures(1), Figures(1));
        Assert.NotEqual(Figures(1), Figures(2));
    }

    [Fact]
    public void Run_AnyTables_HasFiniteFigures()
    {
        MixedTables.AnyPair.Sample(
            pair =>
            {
                Table real = Many(pair.Real);
                foreach (AttackResult attack in Run(Many(pair.Synthetic), real, real).Attacks)
                {
                    double[] figures = [.. RatesOf(attack).SelectMany(rate => (double[])[rate.Low, rate.Value, rate.High]), attack.Risk.Low, attack.Risk.Value, attack.Risk.High];
                    Assert.All(figures, figure => Assert.InRange(figure, -1e-12, 1 + 1e-12));
                }
            },
            iter: 12);
    }

    [Fact]
    public void EqualRows_OfASmallerControl_IsTheExpectationOverDraws()
    {
        // Each synthetic number is that of one of 40 training rows, and of one of 20 others: of 20 training rows drawn half are there.
        Table training = Tables.Of([.. Enumerable.Range(0, 40).Select(row => (double)row)]);
        Table control = Tables.Of([.. Enumerable.Range(0, 20).Select(row => (double)row)]);

        AttackResult attack = Run(training, training, control).Attacks[0];

        // 40 values, and the ends: at most 0 fits one row of either, at least 39 one of the training rows alone.
        Assert.Equal(20, attack.EqualRows!.Rows);
        Assert.Equal(42 * 0.5, attack.EqualRows.Attack.Successes, 1e-9);
        Assert.Equal(21, attack.EqualRows.Control.Successes, 1e-9);
        Assert.Equal(21 * 21 / 41.0, attack.Control.Successes, 1e-9);
    }

    [Fact]
    public void Run_ManyRows_AreComparedInEqualNumbersWithoutACorrection()
    {
        double[] Numbers(int count, double start)
        {
            return [.. Enumerable.Range(0, count).Select(row => start + row)];
        }

        // Every number of the larger table is drawn with odds of a half.
        AttackResult attack = Run(Tables.Of(Numbers(100, 0)), Tables.Of(Numbers(24_000, 0)), Tables.Of(Numbers(12_000, 50_000))).Attacks[0];

        Assert.Null(attack.EqualRows);
        Assert.Equal(102, attack.Attack.Attacks);
        Assert.Equal(50.5, attack.Attack.Successes, 1e-9);
        Assert.Equal(0, attack.Control.Successes);
    }

    [Fact]
    public void Run_AColumnThatIsNot_NamesIt()
    {
        Table table = Any(30, 1);

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Run(table, table, table, new AttackerKnowledge([], "zebra")));

        Assert.Contains("There is no column 'zebra'", refusal.Message);
    }

    private static AttackResults Run(Table synthetic, Table training, Table heldOut, AttackerKnowledge? knowledge = null)
    {
        return new AnonymeterAttacks(new AttackedTables(synthetic, training, heldOut), knowledge ?? AttackerKnowledge.OfAllOthers, 1)
            .Run(cancellationToken: TestContext.Current.CancellationToken);
    }

    private static SuccessRate[] RatesOf(AttackResult attack)
    {
        SuccessRate[] rates = [attack.Attack, attack.Control, attack.Baseline];
        return attack.EqualRows is { } equal ? [.. rates, equal.Attack, equal.Control] : rates;
    }

    // Twenty rows at least, of some given ones.
    private static Table Many(Table table)
    {
        return table.Take([.. Enumerable.Range(0, 24).Select(row => row % table.RowCount)]);
    }

    // Independent columns: a number, another with gaps, a day, a word of many, and a constant.
    private static Table Any(int rows, long seed)
    {
        float[] noise = new float[4 * rows];
        new CounterRandom(seed, RandomPurpose.Sampling, 0).FillUniform(noise);
        double[] Column(int number, Func<float, double> map)
        {
            return [.. noise.AsSpan(number * rows, rows).ToArray().Select(map)];
        }

        return new Table(
            [
                new ColumnSchema("number"), new ColumnSchema("sometimes"), new ColumnSchema("day", ColumnKind.Date),
                new ColumnSchema("word", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 12).Select(level => $"level {level}")] }, new ColumnSchema("constant"),
            ],
            [
                Column(0, value => 100 * value), Column(1, value => value < 0.2 ? double.NaN : 1000 * value), Column(2, value => Math.Floor(10_000 * value)),
                Column(3, value => Math.Floor(12 * value)), Column(0, _ => 7),
            ]);
    }

    private static ColumnSchema WithLevels(string name)
    {
        return new ColumnSchema(name, ColumnKind.Category) { Levels = ["no", "yes"] };
    }
}
