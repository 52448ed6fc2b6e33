namespace GanSweep.Silo.Logs;

/// <summary>How a silo's log is written.</summary>
public enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON object a line, with what a message is about as properties: for collectors.</summary>
    Json,
}
