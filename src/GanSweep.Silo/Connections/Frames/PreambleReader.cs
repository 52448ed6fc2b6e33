using System.Buffers;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Serialization;

namespace GanSweep.Silo.Connections.Frames;

/// <summary>
/// Reads with which id a client begins its connection. By Orleans' own serializer of its own type, which is not public: a second reading of the
/// same bytes that differed from Orleans' could be told one thing while Orleans is told another.
/// </summary>
internal sealed class PreambleReader
{
    /// <summary>The longest preamble that Orleans takes, in bytes.</summary>
    public const int MaxLength = 1024;

    private readonly Func<ReadOnlySequence<byte>, GrainId> _read;

    /// <summary>Throws if this is not the Orleans that it was written for: a silo does not start then.</summary>
    public PreambleReader(IServiceProvider services)
    {
        Type preamble = typeof(ConnectionOptions).Assembly.GetType("Orleans.Runtime.Messaging.ConnectionPreamble", throwOnError: true)!;
        MethodInfo build = typeof(PreambleReader).GetMethod(nameof(ReaderOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(preamble);
        _read = (Func<ReadOnlySequence<byte>, GrainId>)build.Invoke(null, [services])!;
    }

    /// <summary>The id in a preamble, without the length before it.</summary>
    public GrainId Read(ReadOnlySequence<byte> preamble)
    {
        return _read(preamble);
    }

    private static Func<ReadOnlySequence<byte>, GrainId> ReaderOf<TPreamble>(IServiceProvider services)
    {
        Serializer<TPreamble> serializer = services.GetRequiredService<Serializer<TPreamble>>();
        Func<TPreamble, GrainId> id = typeof(TPreamble).GetProperty("NodeIdentity")!.GetMethod!.CreateDelegate<Func<TPreamble, GrainId>>();
        return bytes => id(serializer.Deserialize(bytes)!);
    }
}
