using GanSweep.Contracts.Access;
using GanSweep.Grains.Calls;
using GanSweep.Silo.Certificates;
using Orleans.Runtime;

namespace GanSweep.Silo.Connections;

/// <summary>
/// The clients that are connected to this silo's gateway, by the ids that their connections begin with, and what the certificates of those
/// connections let them do. Another silo does not know them, and lets them do nothing.
/// </summary>
internal sealed class GatewayClients : ICallingClients
{
    private readonly Lock _lock = new();
    private readonly Dictionary<GrainId, (CertificateSubject Subject, CallingClient Client, int Connections)> _clients = [];

    /// <summary>Takes note of a connection; false if the id is that of somebody else who is connected.</summary>
    public bool TryEnter(GrainId id, CertificateSubject subject)
    {
        lock (_lock)
        {
            if (_clients.TryGetValue(id, out (CertificateSubject Subject, CallingClient Client, int Connections) known))
            {
                if (known.Subject != subject)
                {
                    return false;
                }

                _clients[id] = known with { Connections = known.Connections + 1 };
                return true;
            }

            _clients[id] = (subject, new CallingClient(subject.Name, RoleOf(subject.Role)), 1);
            return true;
        }
    }

    /// <summary>Forgets a connection that was taken note of.</summary>
    public void Leave(GrainId id)
    {
        lock (_lock)
        {
            (CertificateSubject Subject, CallingClient Client, int Connections) known = _clients[id];
            if (known.Connections == 1)
            {
                _clients.Remove(id);
            }
            else
            {
                _clients[id] = known with { Connections = known.Connections - 1 };
            }
        }
    }

    /// <inheritdoc/>
    public CallingClient? Find(GrainId client)
    {
        lock (_lock)
        {
            return _clients.TryGetValue(client, out (CertificateSubject Subject, CallingClient Client, int Connections) known) ? known.Client : null;
        }
    }

    private static AccessRole RoleOf(CertificateRole role)
    {
        return role switch
        {
            CertificateRole.Reader => AccessRole.Reader,
            CertificateRole.Operator => AccessRole.Operator,
            CertificateRole.Admin or CertificateRole.Silo => AccessRole.Admin,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
    }
}
