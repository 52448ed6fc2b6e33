using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Tests.Plots;

public sealed class PanelTests
{
    // Markers of strokes alone ended the process in one of some reports: what draws them is native, and used what had been collected.
    [Fact]
    public void ToSvg_WhileGarbageIsCollected_IsTheSameDrawing()
    {
        double[] xs = [.. Enumerable.Range(0, 200).Select(x => x / 200.0)];
        Markup Draw()
        {
            Axis axis = Axis.Linear(0, 1, "x");
            return new Panel("waves", axis, axis)
                .Line(xs, [.. xs.Select(x => 0.5 + (Math.Sin(20 * x) / 3))], Ink.Real)
                .Dots(xs, xs, Ink.Synthetic)
                .Crosses(xs, [.. xs.Select(x => 1 - x)], Ink.Synthetic)
                .ToSvg("1");
        }

        string expected = Draw().Html;
        using CancellationTokenSource stop = new();
        Thread collector = new(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();

        Parallel.For(0, 100, _ => Assert.Equal(expected, Draw().Html));

        stop.Cancel();
        collector.Join();
    }

    [Fact]
    public void Crosses_AreTwoStrokesEachInTheirInk()
    {
        Axis axis = Axis.Linear(0, 1, "");

        string html = new Panel("crosses", axis, axis) { Width = 100, Height = 100 }.Crosses([0.5], [0.5], Ink.Synthetic, size: 4, opacity: 0.75).ToSvg("1").Html;

        Assert.Matches("<path class=\"line-synthetic\" opacity=\"0.75\" d=\"M[0-9.]+ [0-9.]+l4 4M[0-9.]+ [0-9.]+l-4 4\"/>", html);
    }
}
