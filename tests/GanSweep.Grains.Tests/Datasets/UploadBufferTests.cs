using GanSweep.Grains.Datasets;

namespace GanSweep.Grains.Tests.Datasets;

public sealed class UploadBufferTests
{
    [Fact]
    public void Append_MoreThanItWasMadeFor_KeepsEveryByte()
    {
        using UploadBuffer buffer = new();
        byte[] part = new byte[700_001];
        List<byte> all = [];
        for (int number = 0; number < 5; number++)
        {
            Array.Fill(part, (byte)number);
            part[0] = 99;
            buffer.Append(part);
            all.AddRange(part);
        }

        Assert.Equal(all.Count, buffer.Length);
        Assert.True(buffer.Memory.Span.SequenceEqual(all.ToArray()));
    }

    [Fact]
    public void Memory_OfNothing_IsEmpty()
    {
        UploadBuffer buffer = new();
        Assert.True(buffer.Memory.IsEmpty);
        buffer.Append([]);
        buffer.Append([1, 2]);

        ((IDisposable)buffer).Dispose();
        ((IDisposable)buffer).Dispose();

        Assert.Equal(0, buffer.Length);
    }
}
