namespace GanSweep.Grains.Silos;

/// <summary>The cluster has a coordinator already.</summary>
/// <param name="address">The address of its silo.</param>
/// <param name="process">Its machine and process id.</param>
public sealed class SecondCoordinatorException(string address, string process) : Exception(
    $"The cluster has a coordinator already: {process} at {address}. There can be one, since it alone holds the store. Start this silo with "
    + "--roles trainer, or stop the other and start this one again on the same data folder to take over from it.")
{
    /// <summary>The address of the coordinator's silo.</summary>
    public string Address { get; } = address;

    /// <summary>Its machine and process id.</summary>
    public string Process { get; } = process;
}
