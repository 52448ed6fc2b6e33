using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;

namespace GanSweep.Training.Safetensors;

/// <summary>
/// Tensors as a file that Python, Rust and others read too (github.com/huggingface/safetensors, "Format"): eight bytes with the header's length,
/// a JSON header that says name, type, shape and place of every tensor, then the numbers, little-endian. Only F32 is written and read.
/// </summary>
internal static class SafetensorsFile
{
    /// <summary>The longest header that is read, in bytes.</summary>
    public const int MaximumHeaderLength = 1 << 20;

    private const int LengthBytes = sizeof(ulong);

    /// <summary>Writes tensors in the given order. The same tensors give the same bytes.</summary>
    /// <param name="tensors">The tensors, with names that differ.</param>
    /// <exception cref="ArgumentException">A tensor's values do not fill its shape.</exception>
    public static byte[] Write(IReadOnlyList<NamedTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        byte[] header = WriteHeader(tensors);
        byte[] file = new byte[LengthBytes + header.Length + tensors.Sum(tensor => tensor.Values.Length * sizeof(float))];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file, LengthBytes);
        Span<byte> rest = file.AsSpan(LengthBytes + header.Length);
        foreach (NamedTensor tensor in tensors)
        {
            foreach (float value in tensor.Values)
            {
                BinaryPrimitives.WriteSingleLittleEndian(rest, value);
                rest = rest[sizeof(float)..];
            }
        }

        return file;
    }

    /// <summary>Reads tensors, in the order of their bytes. Nothing in the file is trusted, nor anything allocated before it was checked.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="SafetensorsException">The bytes are not a safetensors file of F32 tensors.</exception>
    public static ImmutableArray<NamedTensor> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < LengthBytes)
        {
            throw new SafetensorsException($"The file has {file.Length} bytes; it begins with {LengthBytes} that tell the header's length.");
        }

        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(file.Span);
        if (headerLength > MaximumHeaderLength || headerLength > (ulong)(file.Length - LengthBytes))
        {
            throw new SafetensorsException(
                $"The header is said to have {headerLength} bytes; {file.Length - LengthBytes} follow, and at most {MaximumHeaderLength} are read.");
        }

        ImmutableArray<TensorEntry> entries = SafetensorsHeader.Read(file.Slice(LengthBytes, (int)headerLength));
        ReadOnlySpan<byte> data = file.Span[(LengthBytes + (int)headerLength)..];
        long end = 0;
        foreach (TensorEntry entry in entries)
        {
            if (entry.Begin != end)
            {
                throw new SafetensorsException(
                    $"Tensor \"{entry.Name}\" begins at {entry.Begin}; the one before it ends at {end}. Tensors leave no gap and do not overlap.");
            }

            end = entry.End;
        }

        if (end != data.Length)
        {
            throw new SafetensorsException(
                $"The tensors end at {end}; {data.Length} bytes follow the header. Part of the file is missing, or something was added.");
        }

        ImmutableArray<NamedTensor>.Builder tensors = ImmutableArray.CreateBuilder<NamedTensor>(entries.Length);
        foreach (TensorEntry entry in entries)
        {
            tensors.Add(new NamedTensor(entry.Name, entry.Shape, ReadValues(data[(int)entry.Begin..(int)entry.End])));
        }

        return tensors.MoveToImmutable();
    }

    private static float[] ReadValues(ReadOnlySpan<byte> bytes)
    {
        float[] values = new float[bytes.Length / sizeof(float)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        }

        return values;
    }

    private static byte[] WriteHeader(IReadOnlyList<NamedTensor> tensors)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            long begin = 0;
            json.WriteStartObject();
            foreach (NamedTensor tensor in tensors)
            {
                if (tensor.Shape.Aggregate(1L, (product, length) => product * length) != tensor.Values.Length)
                {
                    throw new ArgumentException(
                        $"Tensor \"{tensor.Name}\" has {tensor.Values.Length} values for its shape [{string.Join(", ", tensor.Shape)}].", nameof(tensors));
                }

                long end = begin + ((long)tensor.Values.Length * sizeof(float));
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", "F32");
                json.WritePropertyName("shape");
                JsonSerializer.Serialize(json, tensor.Shape);
                json.WritePropertyName("data_offsets");
                JsonSerializer.Serialize(json, (long[])[begin, end]);
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        // Spaces up to a multiple of eight, so that the numbers are aligned.
        byte[] header = new byte[(buffer.WrittenCount + 7) / 8 * 8];
        header.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(header);
        return header;
    }
}
