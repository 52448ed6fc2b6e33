using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using GanSweep.Silo.Connections.Frames;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Serialization;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Session;

namespace GanSweep.Silo.Tests.Connections.Frames;

public sealed class CheckedReaderTests : IDisposable
{
    private const uint Request = 1 << 16;
    private const uint Response = 2 << 16;
    private const uint OneWay = 3 << 16;
    private const uint CacheUpdates = 1 << 7;

    private static readonly GrainId Client = GrainId.Create("sys.client", "me");
    private static readonly GrainId Other = GrainId.Create("sys.client", "other");
    private static readonly GrainId Sweep = GrainId.Create("sweep", "loans");

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly Pipe _pipe = new();

    public static TheoryData<int> ChunkLengths => [.. Enumerable.Range(1, 60), 200, 1000];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _services.Dispose();
    }

    [Theory]
    [MemberData(nameof(ChunkLengths))]
    public async Task ReadAsync_HonestMessages_ComeThroughByteForByteHoweverTheyArrive(int chunkLength)
    {
        byte[] sent = [.. Preamble(), .. Frame(Request, Client, Sweep, 300), .. Frame(OneWay, Client, Sweep, 0), .. Frame(Request, Client, Sweep, 7)];
        Task sending = SendAsync(sent, chunkLength);

        byte[] seen = await ReadAllAsync(Reader());

        await sending;
        Assert.Equal(sent, seen);
    }

    [Theory]
    [InlineData("another client", "a message says that it is from 'sys.client/other'")]
    [InlineData("a grain", "a message says that it is from 'sweep/loans'")]
    [InlineData("nobody", "a message says that it is from ''")]
    [InlineData("an observer of its own", "a message says that it is from 'sys.client/me+1'")]
    [InlineData("an answer", "a message is no call")]
    [InlineData("no direction", "a message is no call")]
    [InlineData("to a client", "a message is for another client, 'sys.client/other'")]
    [InlineData("cache updates", "a message says where grains are, which silos alone know")]
    public async Task ReadAsync_ForgedMessage_EndsAllBeforeAByteOfItIsSeen(string forgery, string reason)
    {
        byte[] honest = [.. Preamble(), .. Frame(Request, Client, Sweep, 10)];
        byte[] forged = forgery switch
        {
            "another client" => Frame(Request, Other, Sweep, 10),
            "a grain" => Frame(Request, Sweep, Sweep, 10),
            "nobody" => Frame(Request, default, Sweep, 10),
            "an observer of its own" => Frame(Request, GrainId.Create("sys.client", "me+1"), Sweep, 10),
            "an answer" => Frame(Response, Client, Sweep, 10),
            "no direction" => Frame(0, Client, Sweep, 10),
            "to a client" => Frame(OneWay, Client, Other, 10),
            _ => Frame(Request | CacheUpdates, Client, Sweep, 10),
        };
        CheckedReader reader = Reader();
        await SendAsync(honest, 1000, completes: false);
        Assert.Equal(honest, await ReadAsync(reader, honest.Length));

        await SendAsync(forged, 1000);
        ForgedMessageException refused = await Assert.ThrowsAsync<ForgedMessageException>(async () => await reader.ReadAsync(Cancellation));

        Assert.Equal(reason.Replace("''", $"'{default(GrainId)}'", StringComparison.Ordinal), refused.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1025)]
    [InlineData(int.MaxValue)]
    public async Task ReadAsync_PreambleOfAnyLength_IsNotWaitedFor(int length)
    {
        byte[] prefix = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(prefix, length);
        await SendAsync(prefix, 4, completes: false);

        await Assert.ThrowsAsync<ForgedMessageException>(async () => await Reader().ReadAsync(Cancellation));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(100_001, 0)]
    [InlineData(30, -1)]
    public async Task ReadAsync_MessageOfAnyLength_IsNotWaitedFor(int header, int body)
    {
        byte[] frame = Frame(Request, Client, Sweep, 0);
        BinaryPrimitives.WriteInt32LittleEndian(frame, header);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), body);
        await SendAsync([.. Preamble(), .. frame], 1000, completes: false);

        await Assert.ThrowsAsync<ForgedMessageException>(async () => await Reader().ReadAsync(Cancellation));
    }

    private static byte[] Preamble()
    {
        return [3, 0, 0, 0, 1, 2, 3];
    }

    private CheckedReader Reader()
    {
        SerializerSession session = _services.GetRequiredService<SerializerSessionPool>().GetSession();
        return new CheckedReader(
            _pipe.Reader,
            preamble =>
            {
                Assert.Equal([1, 2, 3], preamble.ToArray());
                return Client;
            },
            (header, client) => FrameCheck.Refusal(header, client, session),
            longestHeader: 100_000);
    }

    // As Orleans writes it: two lengths, flags, an id, sender and target; what follows does not matter here.
    private byte[] Frame(uint flags, GrainId sender, GrainId target, int bodyLength)
    {
        ArrayBufferWriter<byte> header = new();
        using SerializerSession session = _services.GetRequiredService<SerializerSessionPool>().GetSession();
        Writer<ArrayBufferWriter<byte>> writer = Writer.Create(header, session);
        writer.WriteUInt32(flags);
        writer.WriteInt64(42);
        foreach (GrainId id in (GrainId[])[sender, target])
        {
            IdSpanCodec.WriteRaw(ref writer, id.Type.Value);
            IdSpanCodec.WriteRaw(ref writer, id.Key);
        }

        writer.Commit();
        byte[] frame = new byte[8 + header.WrittenCount + bodyLength];
        BinaryPrimitives.WriteInt32LittleEndian(frame, header.WrittenCount);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(4), bodyLength);
        header.WrittenSpan.CopyTo(frame.AsSpan(8));
        frame.AsSpan(8 + header.WrittenCount).Fill(0xAB);
        return frame;
    }

    private async Task SendAsync(byte[] bytes, int chunkLength, bool completes = true)
    {
        foreach (byte[] chunk in bytes.Chunk(chunkLength))
        {
            await _pipe.Writer.WriteAsync(chunk, Cancellation);
        }

        if (completes)
        {
            await _pipe.Writer.CompleteAsync();
        }
    }

    private static async Task<byte[]> ReadAllAsync(CheckedReader reader)
    {
        return await ReadAsync(reader, int.MaxValue);
    }

    // Takes all but the last byte of what it is shown, as one who waits for the rest of something does.
    private static async Task<byte[]> ReadAsync(CheckedReader reader, int length)
    {
        List<byte> seen = [];
        while (true)
        {
            ReadResult result = await reader.ReadAsync(Cancellation);
            bool isLast = result.IsCompleted || seen.Count + result.Buffer.Length == length;
            ReadOnlySequence<byte> taken = isLast ? result.Buffer : result.Buffer.Slice(0, Math.Max(0, result.Buffer.Length - 1));
            seen.AddRange(taken.ToArray());
            reader.AdvanceTo(taken.End, result.Buffer.End);
            if (isLast)
            {
                return [.. seen];
            }
        }
    }
}
