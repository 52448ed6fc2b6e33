using GanSweep.Tables.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GanSweep.Client.Output;

/// <summary>The one printer of everything that comes from outside: what a terminal would act on is shown as text instead.</summary>
internal sealed class PrintableText : IRenderHook
{
    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables)
    {
        return renderables.Select(renderable => new Escaped(renderable));
    }

    private sealed class Escaped(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth)
        {
            return inner.Measure(options, maxWidth);
        }

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            // Colours and movements of the cursor are segments of their own, which Spectre makes.
            return inner.Render(options, maxWidth).Select(segment =>
                segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(Unprintable.Escaped(segment.Text), segment.Style));
        }
    }
}
