using GanSweep.Tables;

namespace GanSweep.Benchmarks.Quality;

/// <summary>A table of two columns whose rows lie about modes: what a generator leaves out, and what it makes up between them, can be counted.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Modes">How many modes there are.</param>
/// <param name="Row">Draws a row.</param>
/// <param name="Nearest">Of a row, its nearest mode, from 0, and the distance to it in standard deviations.</param>
internal sealed record ModalLaw(string Name, int Modes, Func<Noise, (double X, double Y)> Row, Func<double, double, (int Mode, double Deviations)> Nearest)
{
    private const int Rows = 2_000;
    private const double RingDeviation = 0.05;
    private const double SpiralDeviation = 0.03;
    private const int SpiralPoints = 2_000;
    private const double Turns = 1.5;

    /// <summary>The tables that generators are known to fail on.</summary>
    public static IReadOnlyList<ModalLaw> All { get; } = [RingOfEight(), FarMode(), Spiral()];

    /// <summary>A table of the law.</summary>
    /// <param name="seed">Which.</param>
    public Table Draw(int seed)
    {
        Noise noise = new(seed);
        (double X, double Y)[] rows = [.. Enumerable.Range(0, Rows).Select(_ => Row(noise))];
        return new Table(["x", "y"], [[.. rows.Select(row => row.X)], [.. rows.Select(row => row.Y)]]);
    }

    // Eight Gaussians on a circle (Metz et al. 2017), 30 standard deviations from one to the next.
    private static ModalLaw RingOfEight()
    {
        (double X, double Y)[] centres = [.. Enumerable.Range(0, 8).Select(mode => (2 * Math.Cos(mode * Math.PI / 4), 2 * Math.Sin(mode * Math.PI / 4)))];
        return new ModalLaw(
            "ring of eight", centres.Length,
            noise => centres[(int)(centres.Length * noise.Uniform())] is var (x, y) ? (x + (RingDeviation * noise.Normal()), y + (RingDeviation * noise.Normal())) : default,
            (x, y) => NearestOf(centres, x, y, RingDeviation));
    }

    // One row in twenty is far from all others.
    private static ModalLaw FarMode()
    {
        (double X, double Y)[] centres = [(0, 0), (8, 8)];
        return new ModalLaw(
            "far mode of 5 %", centres.Length,
            noise => centres[noise.Uniform() < 0.05 ? 1 : 0] is var (x, y) ? (x + noise.Normal(), y + noise.Normal()) : default,
            (x, y) => NearestOf(centres, x, y, deviation: 1));
    }

    // A curve of one dimension; its modes are twenty pieces of equal probability.
    private static ModalLaw Spiral()
    {
        const int Pieces = 20;
        (double X, double Y)[] curve = [.. Enumerable.Range(0, SpiralPoints).Select(point => OnSpiral((point + 0.5) / SpiralPoints))];
        return new ModalLaw(
            "spiral", Pieces,
            noise => OnSpiral(noise.Uniform()) is var (x, y) ? (x + (SpiralDeviation * noise.Normal()), y + (SpiralDeviation * noise.Normal())) : default,
            (x, y) => NearestOf(curve, x, y, SpiralDeviation) is var (point, deviations) ? (point * Pieces / SpiralPoints, deviations) : default);
    }

    private static (double X, double Y) OnSpiral(double along)
    {
        double radius = 0.2 + (0.8 * Math.Sqrt(along));
        double angle = 2 * Math.PI * Turns * Math.Sqrt(along);
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    private static (int Mode, double Deviations) NearestOf((double X, double Y)[] centres, double x, double y, double deviation)
    {
        (int mode, double distance) = centres.Index().Select(centre => (centre.Index, Math.Pow(centre.Item.X - x, 2) + Math.Pow(centre.Item.Y - y, 2))).MinBy(centre => centre.Item2);
        return (mode, Math.Sqrt(distance) / deviation);
    }
}
