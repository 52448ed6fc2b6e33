namespace GanSweep.Sweeps.Stores;

/// <summary>A store cannot be used, or no longer. The message says which, why, and what to do.</summary>
/// <param name="message">The whole message.</param>
/// <param name="cause">What was thrown, if anything was.</param>
public abstract class StoreException(string message, Exception? cause = null) : Exception(message, cause);
