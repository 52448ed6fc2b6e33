using GanSweep.Numerics.Distributions;

namespace GanSweep.Numerics.Tests.Distributions;

public sealed class ErrorFunctionTests
{
    // From its series in 120 digits; 0.46875 and 4 are where the approximation changes.
    [Theory]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(1e-9, 1.1283791670955127e-09, 0.9999999988716208)]
    [InlineData(0.1, 0.1124629160182849, 0.8964569799691267)]
    [InlineData(0.3, 0.3286267594591274, 0.7345993345676551)]
    [InlineData(0.46875, 0.49261347321793797, 0.6320696892495561)]
    [InlineData(0.46876, 0.4926225311068465, 0.6320643311493123)]
    [InlineData(0.7, 0.6778011938374184, 0.525930337349441)]
    [InlineData(1.0, 0.8427007929497149, 0.427583576155807)]
    [InlineData(1.5, 0.9661051464753108, 0.3215854164543175)]
    [InlineData(2.0, 0.9953222650189527, 0.25539567631050575)]
    [InlineData(2.9, 0.9999589021219005, 0.18460182595559083)]
    [InlineData(3.99, 0.9999999832607886, 0.1373240409142297)]
    [InlineData(4.0, 0.9999999845827421, 0.13699945762506138)]
    [InlineData(4.01, 0.9999999858030606, 0.13667636742994915)]
    [InlineData(5.5, 0.9999999999999927, 0.10096221839949909)]
    [InlineData(5.99, 1.0, 0.09292741316316341)]
    [InlineData(6.0, 1.0, 0.09277656780053835)]
    [InlineData(8.0, 1.0, 0.06998516620088092)]
    public void Of_KnownNumber_AgreesToTheLastDigits(double x, double function, double scaledComplement)
    {
        Assert.Equal(function, ErrorFunction.Of(x), 2e-15 * function);
        Assert.Equal(scaledComplement, ErrorFunction.ScaledComplement(x), 2e-15 * scaledComplement);
    }
}
