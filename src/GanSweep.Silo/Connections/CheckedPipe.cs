using System.IO.Pipelines;

namespace GanSweep.Silo.Connections;

/// <summary>A connection of which one way is looked at.</summary>
internal sealed record CheckedPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
