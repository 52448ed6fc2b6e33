namespace GanSweep.Silo.Redis;

/// <summary>The file with the password of the cluster's Redis cannot be read.</summary>
/// <param name="file">The file.</param>
/// <param name="innerException">The failure.</param>
internal sealed class RedisPasswordException(string file, Exception innerException) : IOException(
    $"The file with the password of Redis, '{file}', cannot be read: {innerException.Message}", innerException);
