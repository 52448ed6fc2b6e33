using TorchSharp;

namespace GanSweep.Networks.Tests;

public sealed class HostTensorTests
{
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 5)]
    [InlineData(64, 16)]
    [InlineData(1000, 7)]
    public void Tensor_IsOnTheSameMemory(int rows, int columns)
    {
        using HostTensor host = new(rows, columns);
        host.Values[^1] = 7;

        torch.Tensor tensor = host.Tensor;
        host.Values[0] = 3;
        using torch.Tensor doubled = tensor.mul_(2);

        Assert.Equal([rows, columns], tensor.shape);
        Assert.Equal(rows * columns, host.Values.Length);
        Assert.Equal((6f, 14f), (host.Values[0], host.Values[^1]));
        Assert.Same(tensor, host.Tensor);
    }

    [Fact]
    public unsafe void Data_AnyLength_BeginsAt64Bytes()
    {
        foreach (int length in Enumerable.Range(1, 200))
        {
            using HostTensor host = new(length);

            Assert.Equal(0u, (nuint)host.Data % 64);
            Assert.Equal(0f, host.Values.ToArray().Sum());
        }
    }

    [Fact]
    public void Tensor_AfterItsDisposal_LeavesTheMemoryToItsOwner()
    {
        HostTensor host = new(4);
        host.Values.Fill(2);
        torch.Tensor view = host.Tensor.narrow(0, 1, 2);

        host.Dispose();

        Assert.Equal(4, view.sum().item<float>());
        view.Dispose();
    }
}
