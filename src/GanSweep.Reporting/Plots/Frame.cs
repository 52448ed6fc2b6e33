namespace GanSweep.Reporting.Plots;

/// <summary>Where the axes of a panel are, and what stands beside them.</summary>
internal sealed class Frame
{
    private readonly Axis _x;
    private readonly Axis _y;
    private readonly int _height;
    private readonly bool _hasUprightLabels;

    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="width">The panel's width.</param>
    /// <param name="height">The panel's height.</param>
    /// <param name="hasUprightLabels">Whether the labels of the horizontal axis stand upright.</param>
    public Frame(Axis x, Axis y, int width, int height, bool hasUprightLabels)
    {
        (_x, _y, _height, _hasUprightLabels) = (x, y, height, hasUprightLabels);
        Left = Math.Max(30, 10 + WidestLabel(y));
        Right = width - (hasUprightLabels ? 8 : 16);
        Top = y.Title.Length > 0 ? 24 : 8;
        Bottom = height - (x.Title.Length > 0 ? 40 : 22) - (hasUprightLabels ? WidestLabel(x) - 8 : 0);
    }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>How far to the right a position of the horizontal axis is.</summary>
    public double Across(double position)
    {
        return Left + ((Right - Left) * (position - _x.Low) / (_x.High - _x.Low));
    }

    /// <summary>How far down a position of the vertical axis is.</summary>
    public double Down(double position)
    {
        return Bottom - ((Bottom - Top) * (position - _y.Low) / (_y.High - _y.Low));
    }

    /// <summary>The labels of the ticks and the titles of the axes, the vertical axis' above it.</summary>
    public IEnumerable<Label> Labels()
    {
        return
        [
            .. _x.Ticks.Select(tick => _hasUprightLabels
                ? new Label(Across(tick.Position) + 4, Bottom + 8, tick.Label, "end", IsUpright: true)
                : new Label(Across(tick.Position), Bottom + 16, tick.Label, "middle")),
            .. _y.Ticks.Select(tick => new Label(Left - 7, Down(tick.Position) + 4, tick.Label, "end")),
            .. _x.Title.Length > 0 ? [new Label((Left + Right) / 2, _height - 6, _x.Title, "middle")] : Array.Empty<Label>(),
            .. _y.Title.Length > 0 ? [new Label(4, 12, _y.Title, "start")] : Array.Empty<Label>(),
        ];
    }

    private static double WidestLabel(Axis axis)
    {
        return axis.Ticks.Select(tick => TextWidth.Of(tick.Label)).DefaultIfEmpty(0).Max();
    }
}
