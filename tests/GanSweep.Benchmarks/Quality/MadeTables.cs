using GanSweep.Tables;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Tables with known distributions, each of another kind that a generator may fail on.</summary>
internal static class MadeTables
{
    public static IReadOnlyList<TableLaw> All { get; } =
    [
        Law("normal, 20 rows", 20, 3, copulaIsTruth: true, Correlated(x => x)),
        Law("cars, whole numbers", 33, 11, copulaIsTruth: false, Cars),
        Law("one column, two humps", 500, 1, copulaIsTruth: true, noise => [noise.Uniform() < 0.3 ? 2 + (0.3 * noise.Normal()) : Math.Exp(0.5 * noise.Normal())]),
        Law("mixture of five", 1_000, 3, copulaIsTruth: false, Mixture),
        Law("ring", 2_000, 2, copulaIsTruth: false, Ring),
        Law("tails together", 2_000, 3, copulaIsTruth: false, TailsTogether),
        Law("whole numbers", 1_000, 5, copulaIsTruth: true, Correlated(x => Math.Floor(2 * Math.Exp(0.6 * x)))),
        Law("zero-inflated", 2_000, 4, copulaIsTruth: false, ZeroInflated),
        Law("rank 3", 1_000, 50, copulaIsTruth: true, RankThree),
        Law("log-normal", 5_000, 8, copulaIsTruth: true, Correlated(x => Math.Exp(0.5 * x))),
        Law("bent", 10_000, 10, copulaIsTruth: false, Bent),
        Law("bent, 100,000 rows", 100_000, 10, copulaIsTruth: false, Bent),
    ];

    private static TableLaw Law(string name, int rows, int columns, bool copulaIsTruth, Func<Noise, double[]> row)
    {
        return new TableLaw(name, rows, copulaIsTruth, seed => Table(rows, columns, new Noise(seed), row));
    }

    private static TableLaw Law(string name, int rows, int columns, bool copulaIsTruth, Func<Noise, int, double[]> row)
    {
        return Law(name, rows, columns, copulaIsTruth, noise => row(noise, columns));
    }

    private static Table Table(int rows, int columns, Noise noise, Func<Noise, double[]> row)
    {
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];
        for (int i = 0; i < rows; i++)
        {
            double[] drawn = row(noise);
            for (int column = 0; column < columns; column++)
            {
                values[column][i] = drawn[column];
            }
        }

        return new Table([.. Enumerable.Range(1, columns).Select(column => $"c{column}")], values);
    }

    // Each column leans on the one before it.
    private static Func<Noise, int, double[]> Correlated(Func<double, double> margin)
    {
        const double Lean = 0.7;
        return (noise, columns) =>
        {
            double[] row = new double[columns];
            double before = noise.Normal();
            for (int column = 0; column < columns; column++)
            {
                row[column] = margin(before);
                before = (Lean * before) + (Math.Sqrt(1 - (Lean * Lean)) * noise.Normal());
            }

            return row;
        };
    }

    // Size decides most of what a car is; gears and cylinders are few whole numbers, two columns yes or no.
    private static double[] Cars(Noise noise, int columns)
    {
        double size = noise.Normal();
        double sport = noise.Normal();
        double[] row =
        [
            Math.Round(20 - (5 * size) + (1.5 * noise.Normal())), size < -0.4 ? 4 : size < 0.5 ? 6 : 8, Math.Round(230 + (110 * size) + (25 * noise.Normal())),
            Math.Round(146 + (50 * size) + (35 * sport)), Math.Round(36 - (4 * size) + (2 * noise.Normal())), Math.Round(32 + (9 * size) + (2 * noise.Normal())),
            Math.Round(178 - (15 * sport) + (6 * noise.Normal())), size + (0.5 * noise.Normal()) < 0 ? 1 : 0, sport - size > 0.3 ? 1 : 0,
            sport > 0.8 ? 5 : sport > -0.2 ? 4 : 3, Math.Clamp(Math.Round(2.8 + sport + (0.7 * noise.Normal())), 1, 8),
        ];
        return row[..columns];
    }

    private static double[] Mixture(Noise noise)
    {
        int component = (int)(5 * noise.Uniform());
        double angle = component * 2 * Math.PI / 5;
        return [(3 * Math.Cos(angle)) + (0.3 * noise.Normal()), (3 * Math.Sin(angle)) + (0.3 * noise.Normal()), component + (0.2 * noise.Normal())];
    }

    private static double[] Ring(Noise noise)
    {
        double angle = 2 * Math.PI * noise.Uniform();
        double radius = 1 + (0.1 * noise.Normal());
        return [radius * Math.Cos(angle), radius * Math.Sin(angle)];
    }

    // A Clayton copula, whose low values come together, with exponential and Pareto margins.
    private static double[] TailsTogether(Noise noise)
    {
        const double Theta = 2;
        double normal = noise.Normal();
        double frailty = 0.5 * normal * normal; // of a gamma distribution of shape 1/θ
        double Uniform() => Math.Pow(1 - (Math.Log(noise.Uniform()) / frailty), -1 / Theta);
        return [-Math.Log(Uniform()), -Math.Log(Uniform()), Math.Pow(Uniform(), -0.25)];
    }

    private static double[] ZeroInflated(Noise noise)
    {
        double claims = noise.Uniform() < 0.8 ? 0 : Math.Exp(2 + noise.Normal());
        double visits = Math.Floor(-3 * Math.Log(noise.Uniform()));
        return [claims, claims == 0 ? 0 : (0.3 * claims) + Math.Exp(0.5 * noise.Normal()), visits, noise.Uniform() < 0.5 ? 0 : visits + noise.Normal()];
    }

    private static double[] RankThree(Noise noise, int columns)
    {
        double[] factors = [noise.Normal(), noise.Normal(), noise.Normal()];
        return
        [
            .. Enumerable.Range(0, columns).Select(column =>
                (Math.Cos(column) * factors[0]) + (Math.Sin(1.7 * column) * factors[1]) + (Math.Cos((2.3 * column) + 1) * factors[2]) + (0.1 * noise.Normal())),
        ];
    }

    // Products, parabolas and thresholds of what came before.
    private static double[] Bent(Noise noise, int columns)
    {
        double[] row = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            row[column] = (column % 5) switch
            {
                0 => noise.Normal(),
                1 => Math.Exp((0.5 * row[column - 1]) + (0.5 * noise.Normal())),
                2 => (row[column - 2] * row[column - 2]) + (0.3 * noise.Normal()),
                3 => row[column - 3] > 0 ? 2 + (0.5 * noise.Normal()) : Math.Round(3 * noise.Uniform()),
                _ => Math.Round(10 * noise.Uniform()) + row[column - 2],
            };
        }

        return row;
    }
}
