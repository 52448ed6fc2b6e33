using System.Runtime.CompilerServices;

namespace GanSweep.Cluster.Tests.Pages;

/// <summary>A test that looks at pages in a browser. It needs Chromium, and is skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        if (Browser.Program is null)
        {
            Skip = "chromium is not installed; on Debian: apt-get install chromium";
        }
    }
}
