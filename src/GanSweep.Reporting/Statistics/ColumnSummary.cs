using System.Runtime.InteropServices;

namespace GanSweep.Reporting.Statistics;

/// <summary>A column described: the rows of the table that analysts look at first.</summary>
/// <param name="Count">Its rows.</param>
/// <param name="Mean">Its mean.</param>
/// <param name="Std">Its standard deviation, with n − 1; NaN for one row.</param>
/// <param name="Min">Its minimum.</param>
/// <param name="Q25">Its 25 % quantile of type 7.</param>
/// <param name="Median">Its median.</param>
/// <param name="Q75">Its 75 % quantile of type 7.</param>
/// <param name="Max">Its maximum.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnSummary(
    int Count, double Mean, double Std, double Min, double Q25, double Median, double Q75, double Max);
