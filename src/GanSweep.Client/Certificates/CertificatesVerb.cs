using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Silo.Certificates;
using Spectre.Console;

namespace GanSweep.Client.Certificates;

/// <summary><c>certificates</c>: makes what the silos and clients of a cluster know each other by.</summary>
internal sealed class CertificatesVerb : Verb
{
    private const int DefaultDays = 365;
    private const int MostDays = 3650;

    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder in which they are made: the authority, and a folder for each who is given one.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _role = new("--role")
    {
        Description = "What the client may do: reader looks, operator submits and changes sweeps too, admin may do all that a client may.",
        DefaultValueFactory = _ => CertificateSubject.Word(CertificateRole.Operator),
        HelpName = "reader|operator|admin",
    };

    private readonly Option<string?> _name = new("--name")
    {
        Description = "Whose it is: for the log, and its folder's name. [default: the role]",
        HelpName = "NAME",
    };

    private readonly Option<int?> _days = new("--days")
    {
        Description = $"Days for which they are valid. [default: {DefaultDays}]",
        HelpName = "N",
    };

    private readonly Option<bool> _renew = new("--renew")
    {
        Description = "New certificates for the silos and for all clients, from the authority that is there. Who runs reads them without a stop.",
    };

    private readonly Option<bool> _due = new("--due")
    {
        Description = "With --renew: only for those that have less than a third of their time left.",
    };

    public CertificatesVerb(ClientEnvironment environment)
        : base(
            environment,
            "certificates",
            "Make the certificates by which the silos and clients of a cluster know each other: an authority and the silos' where there are none yet, and a client's.")
    {
        _out.NotBlank();
        _days.Within(1, MostDays);
        _role.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } word }] && (!CertificateSubject.TryRole(word, out CertificateRole role) || role == CertificateRole.Silo))
            {
                result.AddError($"--role is '{word}'; it is reader, operator or admin.");
            }
        });
        _name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } name }] && !CertificateFolder.IsName(name))
            {
                result.AddError($"--name is '{name}'; it is at most 64 letters, digits, dots, hyphens and underscores, begins with a letter or digit, and is not "
                    + $"{CertificateFiles.AuthorityFolder} or {CertificateFiles.SiloFolder}.");
            }
        });
        Validators.Add(line =>
        {
            if (line.GetValue(_due) && !line.GetValue(_renew))
            {
                line.AddError("--due goes with --renew.");
            }

            if (line.GetValue(_renew) && (line.GetResult(_role) is { Implicit: false } || line.GetResult(_name) is { Implicit: false }))
            {
                line.AddError("--renew renews all as they are: leave out --role and --name.");
            }
        });
        Options.Add(_out);
        Options.Add(_role);
        Options.Add(_name);
        Options.Add(_days);
        Options.Add(_renew);
        Options.Add(_due);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string folder = parsed.GetRequiredValue(_out);
        CertificateFolder certificates = new(folder, Environment.Time);
        TimeSpan validity = TimeSpan.FromDays(parsed.GetValue(_days) ?? DefaultDays);
        bool renews = parsed.GetValue(_renew);
        IReadOnlyList<MadeCertificate> made = renews
            ? certificates.Renew(validity, parsed.GetValue(_due)) : certificates.Make(ClientOf(parsed), validity);
        foreach (MadeCertificate one in made)
        {
            string what = (one.IsNew, renews) switch { (false, _) => "not due", (true, true) => "renewed", _ => "made" };
            Environment.Output.WriteLine($"{what}: {one.Folder}, for {one.Subject}, valid until {one.ValidUntil.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        }

        if (!renews)
        {
            Environment.Error.WriteLine(
                $"Silos: --certificates {Path.Combine(folder, CertificateFiles.SiloFolder)}; this client: --certificates {made[^1].Folder}. Give each machine its "
                + $"own folder and no other; {Path.Combine(folder, CertificateFiles.AuthorityFolder)} stays where certificates are made.");
        }

        return Task.FromResult(ExitCode.Done);
    }

    private CertificateSubject ClientOf(ParseResult parsed)
    {
        string word = parsed.GetRequiredValue(_role);
        CertificateSubject.TryRole(word, out CertificateRole role);
        return new CertificateSubject(parsed.GetValue(_name) ?? word, role);
    }
}
