using System.Buffers.Binary;
using System.Text;
using CsCheck;
using GanSweep.Training.Safetensors;

namespace GanSweep.Training.Tests.Safetensors;

public sealed class SafetensorsFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameTensors()
    {
        Gen<NamedTensor> tensor = Gen.Select(Gen.Char["abc. \"\\äß語\n"].Array[0, 8], Gen.Int[0, 4].Array[0, 3], Gen.Single.Array[64]).Select(
            (name, shape, values) => new NamedTensor(new string(name), [.. shape], values[..shape.Aggregate(1, (product, length) => product * length)]));
        tensor.Array[0, 5].Where(tensors => tensors.Select(each => each.Name).Distinct().Count() == tensors.Length).Sample(tensors =>
        {
            IReadOnlyList<NamedTensor> read = SafetensorsFile.Read(SafetensorsFile.Write(tensors));
            return read.OrderBy(each => each.Name, StringComparer.Ordinal).Zip(tensors.OrderBy(each => each.Name, StringComparer.Ordinal)).All(pair =>
                pair.First.Name == pair.Second.Name
                && pair.First.Shape.SequenceEqual(pair.Second.Shape)
                && pair.First.Values.SequenceEqual(pair.Second.Values));
        });
    }

    [Fact]
    public void Write_OneTensor_IsTheFormatByteByByte()
    {
        byte[] file = SafetensorsFile.Write([new NamedTensor("w", [2, 1], [1, -2])]);

        string header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}".PadRight(56);
        Assert.Equal(File(header, [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]), file);
    }

    [Fact]
    public void Write_ValuesThatDoNotFillTheShape_Throws()
    {
        Assert.Throws<ArgumentException>(() => SafetensorsFile.Write([new NamedTensor("w", [2, 2], [1, 2, 3])]));
    }

    [Fact]
    public void Read_TensorsInAnyOrderOfNames_AreInTheOrderOfTheirBytes()
    {
        byte[] file = File(
            """{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[],"data_offsets":[4,8]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
            new byte[8]);

        Assert.Equal(["a", "b"], SafetensorsFile.Read(file).Select(tensor => tensor.Name));
    }

    [Theory]
    [InlineData("""{"w":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", "only \"F32\"")]
    [InlineData("""{"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", "takes 12 bytes")]
    [InlineData("""{"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", "whole numbers from 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}""", "whole numbers from 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2147483647,2147483647],"data_offsets":[0,8]}}""", "more than a file can hold")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]}}""", "whole numbers from 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", "data_offsets")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}""", "data_offsets")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "leave no gap")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "end at 4; 8 bytes")]
    [InlineData("""{"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}}""", "end at 16; 8 bytes")]
    [InlineData("""{"v":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "do not overlap")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}""", "w")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"more":1}}""", "alone")]
    [InlineData("""{"w":{"dtype":"F32","shape":[2]}}""", "alone")]
    [InlineData("""{"__metadata__":{"a":1},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "texts")]
    [InlineData("""{"\uD800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", "header")]
    [InlineData("""[]""", "not a JSON object")]
    [InlineData("""{"w":""", "JSON")]
    [InlineData("", "JSON")]
    public void Read_HeaderThatIsWrong_IsRefusedWithItsReason(string header, string reason)
    {
        SafetensorsException exception = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(File(header, new byte[8])));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0UL, 0)]
    [InlineData(3UL, 2)]
    [InlineData(ulong.MaxValue, 100)]
    [InlineData(1UL << 21, 3_000_000)]
    public void Read_HeaderLengthThatIsWrong_IsRefused(ulong length, int following)
    {
        byte[] file = new byte[8 + following];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);

        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(file));
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(file.AsMemory(0, 7)));
    }

    [Fact]
    public void Read_AnyBytesChanged_ThrowsNothingElse()
    {
        byte[] valid = SafetensorsFile.Write([new NamedTensor("layers.0.weight", [2, 3], new float[6]), new NamedTensor("layers.0.bias", [2], [1, 2])]);

        Gen.Select(Gen.Int[0, valid.Length - 17], Gen.OneOf(Gen.Byte, Gen.Char["0123456789,[]{}\":-eE\\u "].Select(letter => (byte)letter))).Array[1, 8].Sample(
            changes =>
            {
                byte[] broken = [.. valid];
                foreach ((int at, byte value) in changes)
                {
                    broken[at] = value;
                }

                try
                {
                    // What is read has every byte of the data in one tensor, once.
                    return SafetensorsFile.Read(broken).Sum(tensor => tensor.Values.Length) == 8;
                }
                catch (SafetensorsException)
                {
                    return true;
                }
            },
            iter: 20_000);
    }

    private static byte[] File(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }
}
