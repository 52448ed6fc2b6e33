namespace GanSweep.Web.Access;

/// <summary>Says of an endpoint that nobody is asked who they are: what it shows is in this program for all to read, or it is the way in.</summary>
internal sealed record OpenToAll;
