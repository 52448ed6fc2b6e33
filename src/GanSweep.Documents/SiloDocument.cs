using GanSweep.Contracts.Silos;

namespace GanSweep.Documents;

/// <summary>A silo of a cluster.</summary>
/// <param name="Address">Its address; none is ever used twice.</param>
/// <param name="Name">Its machine and process.</param>
/// <param name="Roles">What it does.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Slots">Runs it trains at the same time; null if it does not train, or has not said yet.</param>
/// <param name="Training">What it trains.</param>
/// <param name="SilentSeconds">For how long its trainer has said nothing; null if it never said anything.</param>
/// <param name="Version">The version of its program; null if it has not said it.</param>
/// <param name="Engine">The versions of its models' engines; null if it has not said them.</param>
/// <param name="Complaints">What keeps it from its work, as far as the coordinator knows; empty if it is well.</param>
/// <param name="Store">How large its store is; null for one that is no coordinator, or before the store has said it.</param>
/// <param name="Errors">Of a coordinator: the last errors that it knows of since it began, its own and the trainers', the latest first.</param>
public sealed record SiloDocument(
    string Address,
    string Name,
    IReadOnlyList<SiloRoles> Roles,
    SiloState State,
    int? Slots,
    IReadOnlyList<SlotDocument> Training,
    double? SilentSeconds,
    string? Version,
    string? Engine,
    IReadOnlyList<string> Complaints,
    StoreSizeDocument? Store,
    IReadOnlyList<SiloErrorDocument> Errors)
{
    private static readonly SiloRoles[] AllRoles = [SiloRoles.Coordinator, SiloRoles.Trainer];

    /// <summary>The document of a silo.</summary>
    public static SiloDocument Of(SiloSummary silo)
    {
        return new SiloDocument(
            silo.Address,
            silo.Name,
            [.. AllRoles.Where(role => silo.Roles.HasFlag(role))],
            silo.State,
            silo.Slots,
            [.. silo.Training.Select(SlotDocument.Of)],
            silo.SilentFor?.TotalSeconds,
            silo.Version,
            silo.Engine,
            silo.Complaints,
            silo.Store is { } store ? StoreSizeDocument.Of(store) : null,
            [.. silo.Errors.Select(SiloErrorDocument.Of)]);
    }

    /// <summary>The silo that it tells of.</summary>
    public SiloSummary ToSilo()
    {
        return new SiloSummary
        {
            Address = Address,
            Name = Name,
            Roles = Roles.Aggregate(SiloRoles.None, (all, role) => all | role),
            State = State,
            Slots = Slots,
            Training = [.. Training.Select(slot => slot.ToStatus())],
            SilentFor = Durations.OrNull(SilentSeconds),
            Version = Version,
            Engine = Engine,

            // A coordinator of before says neither.
            Complaints = [.. Complaints ?? []],
            Store = Store?.ToStatus(),
            Errors = [.. (Errors ?? []).Select(error => error.ToError())],
        };
    }
}
