using System.Buffers.Binary;

namespace GanSweep.Fuzzing;

/// <summary>Makes inputs of valid ones, as a fuzzer does: bytes flipped, cut out, doubled, put in from elsewhere, and words of the format in wrong places.</summary>
/// <param name="corpus">Valid inputs, none of them empty.</param>
/// <param name="words">What means something in the format.</param>
public sealed class Mutator(IReadOnlyList<byte[]> corpus, IReadOnlyList<byte[]> words)
{
    // A document that is doubled again and again would be all that the time goes into.
    private const int MostBytes = 1 << 20;

    private static readonly long[] Extremes = [0, 1, -1, 127, 128, 255, 32_767, 65_535, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue];

    /// <summary>The input of a seed. It is none of the valid ones.</summary>
    public byte[] Of(int seed)
    {
        Random random = new(seed);
        byte[] valid = corpus[random.Next(corpus.Count)];
        List<byte> input = [.. valid];
        for (int changes = 1 << random.Next(0, 4); changes > 0 || input.SequenceEqual(valid); changes--)
        {
            Change(random, input);
        }

        return [.. input[..Math.Min(input.Count, MostBytes)]];
    }

    private void Change(Random random, List<byte> input)
    {
        int at = random.Next(input.Count + 1);
        int length = Math.Min(1 << random.Next(0, 10), input.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(at, length));
                break;
            case 4:
                byte[] other = corpus[random.Next(corpus.Count)];
                int from = random.Next(other.Length);
                input.InsertRange(at, other.AsSpan(from, Math.Min(1 << random.Next(0, 12), other.Length - from)));
                break;
            case 5:
                byte[] number = new byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(number, Extremes[random.Next(Extremes.Length)]);
                Put(input, at, number.AsSpan(0, 1 << random.Next(0, 4)));
                break;
            case 6:
                Put(input, at, words[random.Next(words.Count)]);
                break;
            default:
                input.InsertRange(at, words[random.Next(words.Count)]);
                break;
        }
    }

    private static void Put(List<byte> input, int at, ReadOnlySpan<byte> bytes)
    {
        input.RemoveRange(at, Math.Min(bytes.Length, input.Count - at));
        input.InsertRange(at, bytes);
    }
}
