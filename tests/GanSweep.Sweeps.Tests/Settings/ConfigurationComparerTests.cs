using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Settings;

namespace GanSweep.Sweeps.Tests.Settings;

public sealed class ConfigurationComparerTests
{
    [Fact]
    public void Equals_SameValuesInOtherArrays_IsTrue()
    {
        var one = new GanConfiguration { GeneratorLayers = [1, 2] };
        var other = new GanConfiguration { GeneratorLayers = [1, 2] };

        Assert.NotEqual(one, other);
        Assert.Equal(one, other, ConfigurationComparer.Instance);
        Assert.Equal(ConfigurationComparer.Instance.GetHashCode(one), ConfigurationComparer.Instance.GetHashCode(other));
    }

    [Fact]
    public void Equals_CellsOfAGrid_AreDistinct()
    {
        SampleSweep.Gen.Sample(sample =>
        {
            var sweep = SweepDefinition.Parse(sample.Text);
            IEnumerable<RunSpec> runs = Enumerable.Range(1, sweep.RunCount).Select(run => sweep.SpecOf(run, "", 2));

            Assert.Equal(sweep.Grid.Count, runs.Select(run => run.Configuration).Distinct(ConfigurationComparer.Instance).Count());
        }, iter: 100);
    }

    [Fact]
    public void Equals_Null_IsLikeNullOnly()
    {
        Assert.True(ConfigurationComparer.Instance.Equals(null, null));
        Assert.False(ConfigurationComparer.Instance.Equals(new GanConfiguration(), null));
        Assert.False(ConfigurationComparer.Instance.Equals(null, new GanConfiguration()));
    }
}
