namespace GanSweep.Silo.Settings;

/// <summary>Something else listens on a port of the silo.</summary>
/// <param name="option">The option that names the port.</param>
/// <param name="port">The port.</param>
internal sealed class PortInUseException(string option, int port)
    : Exception($"{option} is {port}, and something else on this machine listens there. Stop it, or choose another port; 0 picks a free one.")
{
    /// <summary>The option that names the port.</summary>
    public string Option { get; } = option;

    /// <summary>The port.</summary>
    public int Port { get; } = port;
}
