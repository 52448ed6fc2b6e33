namespace GanSweep.Web.Access;

/// <summary>How somebody came in.</summary>
internal enum CallerKind
{
    /// <summary>Nobody is asked: on the loopback without keys, or where it was said that there is no need.</summary>
    Unasked,

    /// <summary>A program, with a key in every request.</summary>
    Key,

    /// <summary>A browser that logged in.</summary>
    Session,
}
