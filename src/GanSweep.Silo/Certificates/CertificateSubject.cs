using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace GanSweep.Silo.Certificates;

/// <summary>
/// Who a certificate is for, as its subject says it: <c>O=GanSweep, OU=operator, CN=anna</c>. Exactly one of each, and no other parts: a subject
/// that says two things says none.
/// </summary>
/// <param name="Name">The common name: for people and the log.</param>
/// <param name="Role">The organisational unit: what it may do.</param>
public sealed record CertificateSubject(string Name, CertificateRole Role)
{
    private const string Organisation = "GanSweep";
    private const string OrganisationOid = "2.5.4.10";
    private const string UnitOid = "2.5.4.11";
    private const string NameOid = "2.5.4.3";

    /// <summary>The role as it is written: in lower case.</summary>
    public static string Word(CertificateRole role)
    {
        return role.ToString().ToLowerInvariant();
    }

    /// <summary>Reads a role; false if the word is none.</summary>
    public static bool TryRole(string word, out CertificateRole role)
    {
        role = default;
        foreach (CertificateRole known in Enum.GetValues<CertificateRole>())
        {
            if (Word(known) == word)
            {
                role = known;
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a subject; false if it is none of ours.</summary>
    public static bool TryRead(X500DistinguishedName name, [NotNullWhen(true)] out CertificateSubject? subject)
    {
        ArgumentNullException.ThrowIfNull(name);
        subject = null;
        Dictionary<string, string?> parts = [];
        foreach (X500RelativeDistinguishedName part in name.EnumerateRelativeDistinguishedNames())
        {
            if (part.HasMultipleElements || !parts.TryAdd(part.GetSingleElementType().Value!, part.GetSingleElementValue()))
            {
                return false;
            }
        }

        if (parts.Count == 3
            && parts.GetValueOrDefault(OrganisationOid) == Organisation
            && parts.GetValueOrDefault(NameOid) is { Length: > 0 } common
            && parts.GetValueOrDefault(UnitOid) is { } unit
            && TryRole(unit, out CertificateRole role))
        {
            subject = new CertificateSubject(common, role);
        }

        return subject is not null;
    }

    /// <summary>As a certificate has it.</summary>
    public X500DistinguishedName ToDistinguishedName()
    {
        X500DistinguishedNameBuilder builder = new();
        builder.AddOrganizationName(Organisation);
        builder.AddOrganizationalUnitName(Word(Role));
        builder.AddCommonName(Name);
        return builder.Build();
    }

    /// <summary>For people: <c>anna (operator)</c>.</summary>
    public override string ToString()
    {
        return $"{Name} ({Word(Role)})";
    }
}
