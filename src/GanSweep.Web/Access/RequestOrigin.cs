namespace GanSweep.Web.Access;

/// <summary>From which page a request comes, by what browsers say and pages cannot change (Fetch Metadata, Origin).</summary>
internal enum RequestOrigin
{
    /// <summary>From none that says so: a program, or an address that was typed.</summary>
    Unsaid,

    /// <summary>From a page of this door.</summary>
    Own,

    /// <summary>From a page elsewhere, on another port of this machine perhaps.</summary>
    Foreign,
}
