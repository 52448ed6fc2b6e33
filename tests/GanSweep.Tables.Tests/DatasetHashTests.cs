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
}
