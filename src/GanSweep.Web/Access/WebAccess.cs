using GanSweep.Sweeps.Access;

namespace GanSweep.Web.Access;

/// <summary>How the door is kept, for those who show it.</summary>
/// <param name="options">Where it is.</param>
/// <param name="book">Who may come in.</param>
internal sealed class WebAccess(WebDoorOptions options, AccessBook book)
{
    /// <summary>Whether others can reach the door although it asks for no key, or in the clear: to be said on every page.</summary>
    public bool IsInsecure => options.IsInsecure && (options.IsClear || !AsksForKeys);

    /// <summary>Whether somebody who was let is to be let still: what goes on for long asks now and then, so that a key that is revoked ends it.</summary>
    public bool StillLets(Caller caller)
    {
        return caller.Kind switch
        {
            CallerKind.Unasked => !AsksForKeys,
            CallerKind.Key => book.Keys.IsGood(caller.KeyId!),
            _ => book.Passes.IsGood(caller.Session!),
        };
    }

    /// <summary>Whether everybody is asked for a key: where there is one, or somebody who vouches for people, and wherever others come to the door.</summary>
    public bool AsksForKeys => book.Keys.Any || options.Issuer is not null || (options.IsReached && !options.IsInsecure);
}
