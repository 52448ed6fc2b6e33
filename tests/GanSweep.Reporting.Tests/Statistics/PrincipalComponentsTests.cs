using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests.Statistics;

public sealed class PrincipalComponentsTests
{
    // Two columns of correlation r have the eigenvalues 1 + r and 1 - r, and the diagonals as eigenvectors. Here r = 0.6.
    private static readonly Table Two = new(["x", "constant", "y"], [[1, 2, 3, 4], [7, 7, 7, 7], [2, 1, 4, 3]]);

    [Fact]
    public void Explained_TwoColumns_IsHalfOfOneMoreAndLessTheirCorrelation()
    {
        PrincipalComponents components = PrincipalComponents.Of(Two);

        Assert.Equal(2, components.Explained.Count);
        Assert.Equal(0.8, components.Explained[0], 1e-12);
        Assert.Equal(0.2, components.Explained[1], 1e-12);
    }

    [Fact]
    public void Project_TwoColumns_IsTheirSumAndDifference()
    {
        PrincipalComponents components = PrincipalComponents.Of(Two);
        double std = Math.Sqrt(5.0 / 3);
        double[] sums = [-2, -2, 2, 2];

        Assert.All(components.Project(Two, 0).Zip(sums), pair => Assert.Equal(pair.Second / std / Math.Sqrt(2), pair.First, 1e-12));
        Assert.All(components.Project(Two, 1), coordinate => Assert.Equal(1 / std / Math.Sqrt(2), Math.Abs(coordinate), 1e-12));
    }

    [Fact]
    public void Of_ConstantColumnsAlone_HasNoComponents()
    {
        Assert.Empty(PrincipalComponents.Of(new Table(["a", "b"], [[1, 1], [2, 2]])).Explained);
    }
}
