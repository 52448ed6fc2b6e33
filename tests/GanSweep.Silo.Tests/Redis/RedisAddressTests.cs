using GanSweep.Silo.Redis;

namespace GanSweep.Silo.Tests.Redis;

public sealed class RedisAddressTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        File.Delete(_file);
    }

    [Fact]
    public void Options_PasswordFile_IsReadAndShownNowhere()
    {
        File.WriteAllText(_file, "a,b=c password\n");
        string address = $"redis:6379,passwordFile={_file},ssl=false";

        Assert.True(RedisAddress.IsValid(address));
        Assert.Equal("a,b=c password", RedisAddress.Options(address).Password);
        Assert.Equal("redis:6379", RedisAddress.EndPoints(address));
        Assert.DoesNotContain("a,b", RedisAddress.WithoutPassword(address), StringComparison.Ordinal);
        Assert.DoesNotContain(_file, RedisAddress.WithoutPassword(address), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_NoSuchPasswordFile_IsNamed()
    {
        RedisPasswordException refused = Assert.Throws<RedisPasswordException>(() => RedisAddress.Options("redis:6379,passwordFile=/none/such"));

        Assert.Contains("'/none/such'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("passwordFile=x")]
    [InlineData("redis:6379,passwordfiles=x")]
    public void IsValid_NoAddressOrNoSuchOption_IsFalse(string text)
    {
        Assert.False(RedisAddress.IsValid(text));
    }
}
