namespace GanSweep.Tables.Tests;

public sealed class DatasetHashTests
{
    // The examples of FIPS 180-2.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Compute_KnownText_IsItsSha256(string text, string expected)
    {
        Assert.Equal(expected, DatasetHash.Compute(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true)]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", false)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a", false)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0", false)]
    [InlineData("../816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", false)]
    [InlineData("", false)]
    public void IsHash_Text_IsOneIfItIsSixtyFourLowerCaseDigits(string text, bool expected)
    {
        Assert.Equal(expected, DatasetHash.IsHash(text));
    }
}
