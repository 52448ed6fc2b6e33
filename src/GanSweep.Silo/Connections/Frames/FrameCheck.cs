using System.Buffers;
using Orleans.Runtime;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Session;

namespace GanSweep.Silo.Connections.Frames;

/// <summary>
/// Looks at the header of a message of a client, before Orleans does. Orleans believes what a message says of its sender, and a client can say
/// anything; so it must say what its connection began with.
/// </summary>
internal static class FrameCheck
{
    private const uint DirectionMask = 0x000F_0000;
    private const int DirectionShift = 16;
    private const uint Request = 1;
    private const uint OneWay = 3;
    private const uint CacheUpdates = 1 << 7;

    /// <summary>What is wrong with a header, or null if Orleans may have it.</summary>
    /// <param name="header">The header: flags, the message's id, its sender, its target, and more.</param>
    /// <param name="client">The id that the connection began with.</param>
    /// <param name="session">For the reader.</param>
    public static string? Refusal(ReadOnlySequence<byte> header, GrainId client, SerializerSession session)
    {
        Reader<ReadOnlySequenceInput> reader = Reader.Create(header, session);
        uint flags = reader.ReadUInt32();
        reader.ReadInt64();
        GrainId sender = ReadId(ref reader);
        GrainId target = ReadId(ref reader);
        if (sender != client)
        {
            return $"a message says that it is from '{sender}'";
        }

        // An answer could be taken for that of somebody else who was asked; this program's clients are asked nothing.
        uint direction = (flags & DirectionMask) >> DirectionShift;
        if (direction is not (Request or OneWay))
        {
            return "a message is no call";
        }

        if (target.IsClient())
        {
            return $"a message is for another client, '{target}'";
        }

        return (flags & CacheUpdates) != 0 ? "a message says where grains are, which silos alone know" : null;
    }

    private static GrainId ReadId<TInput>(ref Reader<TInput> reader)
    {
        IdSpan type = IdSpanCodec.ReadRaw(ref reader);
        IdSpan key = IdSpanCodec.ReadRaw(ref reader);
        return new GrainId(new GrainType(type), key);
    }
}
