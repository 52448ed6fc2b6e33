using GanSweep.Reporting.Html;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace GanSweep.Reporting.Plots;

/// <summary>
/// One small plot. ScottPlot draws everything but the texts. The page's style places those, since the machine that makes a report may have no fonts,
/// and the one that shows it has others.
/// </summary>
internal sealed class Panel(string title, Axis x, Axis y)
{
    private readonly List<Action<Plot>> _layers = [];
    private readonly List<(double X, double Y, string Text)> _texts = [];

    public string Title { get; } = title;

    /// <summary>What it shows, for those who do not see it.</summary>
    public string Description { get; init; } = title;

    /// <summary>A remark under it.</summary>
    public string? Note { get; init; }

    public int Width { get; init; } = 300;

    public int Height { get; init; } = 215;

    /// <summary>Whether the labels of the horizontal axis stand upright, for long ones.</summary>
    public bool HasUprightLabels { get; init; }

    public Panel Line(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, float width = 1.6f)
    {
        foreach ((double[] pieceX, double[] pieceY) in Pieces(xs, ys))
        {
            _layers.Add(plot =>
            {
                var line = plot.Add.ScatterLine(pieceX, pieceY, Inks.ColorOf(ink));
                line.LineWidth = width;
            });
        }

        return this;
    }

    public Panel Dots(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, float size = 3, double opacity = 1)
    {
        return Circles(xs, ys, size, Inks.ColorOf(ink, opacity));
    }

    /// <summary>Crosses; to ScottPlot circles, since markers of strokes alone end the process, within Skia, when the garbage is collected meanwhile.</summary>
    public Panel Crosses(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, float size = 4, double opacity = 1)
    {
        return Circles(xs, ys, size, Inks.CrossOf(ink, opacity));
    }

    /// <summary>The area between a line and 0, without an outline.</summary>
    public Panel Area(double[] xs, double[] ys, Ink ink, double opacity)
    {
        Coordinates[] outline =
        [
            new(x.Share(xs[0]), y.Share(0)), .. xs.Select((each, i) => new Coordinates(x.Share(each), y.Share(ys[i]))), new(x.Share(xs[^1]), y.Share(0)),
        ];
        _layers.Add(plot =>
        {
            var area = plot.Add.Polygon(outline);
            area.FillColor = Inks.ColorOf(ink, opacity);
            area.LineWidth = 0;
        });
        return this;
    }

    /// <summary>A rectangle without an outline.</summary>
    public Panel Block(double left, double right, double bottom, double top, Ink ink, double opacity)
    {
        _layers.Add(plot =>
        {
            var block = plot.Add.Rectangle(x.Share(left), x.Share(right), y.Share(bottom), y.Share(top));
            block.FillColor = Inks.ColorOf(ink, opacity);
            block.LineWidth = 0;
        });
        return this;
    }

    /// <summary>Bars from 0 to the right without an outline; one drawing, however many there are.</summary>
    public Panel Bars(IReadOnlyList<(double Bottom, double Top, double Length)> bars, Ink ink, double opacity)
    {
        return Shape(
            [.. bars.SelectMany(bar => new[] { 0, bar.Length, bar.Length, 0 })],
            [.. bars.SelectMany(bar => new[] { bar.Bottom, bar.Bottom, bar.Top, bar.Top })],
            ink,
            opacity);
    }

    /// <summary>The inside of a line that comes back to where it began.</summary>
    public Panel Shape(IReadOnlyList<double> xs, IReadOnlyList<double> ys, Ink ink, double opacity)
    {
        Coordinates[] outline = [.. xs.Select((each, i) => new Coordinates(x.Share(each), y.Share(ys[i])))];
        _layers.Add(plot =>
        {
            var shape = plot.Add.Polygon(outline);
            shape.FillColor = Inks.ColorOf(ink, opacity);
            shape.LineWidth = 0;
        });
        return this;
    }

    /// <summary>A text around a place.</summary>
    public Panel Text(double atX, double atY, string text)
    {
        _texts.Add((x.Place(atX), y.Place(atY), text));
        return this;
    }

    /// <summary>Where in the drawing a place is: how far from the left and from the top.</summary>
    public (double Across, double Down) InView(double atX, double atY)
    {
        Frame frame = new(x, y, Width, Height, HasUprightLabels);
        return (frame.Across(x.Place(atX)), frame.Down(y.Place(atY)));
    }

    /// <summary>The panel as SVG for a page.</summary>
    /// <param name="name">Its name in the page.</param>
    public Markup ToSvg(string name)
    {
        Frame frame = new(x, y, Width, Height, HasUprightLabels);
        IEnumerable<Label> texts = _texts.Select(text => new Label(frame.Across(text.X), frame.Down(text.Y) + 4, text.Text, "middle"));
        return SvgDrawing.ForPage(Draw(frame), name, this, [.. frame.Labels(), .. texts]);
    }

    private string Draw(Frame frame)
    {
        using Plot plot = new();
        plot.Layout.Fixed(new PixelPadding((float)frame.Left, (float)(Width - frame.Right), (float)(Height - frame.Bottom), (float)frame.Top));
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(Inks.ColorOf(Ink.Axis));
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.XAxisStyle.MajorLineStyle.Color = Inks.ColorOf(Ink.Grid);
        plot.Grid.YAxisStyle.MajorLineStyle.Color = Inks.ColorOf(Ink.Grid);
        plot.Grid.XAxisStyle.IsVisible = x.HasGrid;
        plot.Grid.YAxisStyle.IsVisible = y.HasGrid;
        plot.Axes.Bottom.TickGenerator = Marks(x);
        plot.Axes.Left.TickGenerator = Marks(y);
        plot.Axes.Bottom.TickLabelStyle.IsVisible = false;
        plot.Axes.Left.TickLabelStyle.IsVisible = false;
        foreach (Action<Plot> layer in _layers)
        {
            layer(plot);
        }

        plot.Axes.SetLimits(0, 1, 0, 1);
        return plot.GetSvgXml(Width, Height);
    }

    private Panel Circles(IReadOnlyList<double> xs, IReadOnlyList<double> ys, float size, Color color)
    {
        foreach ((double[] pieceX, double[] pieceY) in Pieces(xs, ys))
        {
            _layers.Add(plot => plot.Add.Markers(pieceX, pieceY, MarkerShape.FilledCircle, size, color).MarkerStyle.LineWidth = 1);
        }

        return this;
    }

    // What is not a number is a gap.
    private IEnumerable<(double[] X, double[] Y)> Pieces(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        List<double> pieceX = [];
        List<double> pieceY = [];
        for (int i = 0; i <= xs.Count; i++)
        {
            if (i < xs.Count && double.IsFinite(xs[i]) && double.IsFinite(ys[i]))
            {
                pieceX.Add(x.Share(xs[i]));
                pieceY.Add(y.Share(ys[i]));
            }
            else if (pieceX.Count > 0)
            {
                yield return ([.. pieceX], [.. pieceY]);
                pieceX.Clear();
                pieceY.Clear();
            }
        }
    }

    private static NumericManual Marks(Axis axis)
    {
        return new NumericManual([.. axis.Ticks.Select(tick => axis.ShareOf(tick.Position))], [.. axis.Ticks.Select(_ => "")]);
    }
}
