using System.Security.Cryptography;
using System.Text;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Keys;

namespace GanSweep.Sweeps.Tests.Keys;

public sealed class YardsticksKeyTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("charges", "\"target\":\"charges\",")]
    public void Compute_WhatTheyHangOn_IsTheHashOfItsCanonicalText(string? target, string member)
    {
        string canonical = $$"""{"dataset":"ab12","holdout":0.2,"evaluationRows":3910,{{member}}"estimator":{{YardstickEstimator.Version}}}""";

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), YardsticksKey.Compute("ab12", 0.2, 3_910, target));
    }
}
