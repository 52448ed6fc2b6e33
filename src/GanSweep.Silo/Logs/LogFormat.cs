namespace GanSweep.Silo.Logs;

/// <summary>How a silo's log is written.</summary>
public enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON object a line, with the values of the message as properties: for collectors.</summary>
    Json,
}
