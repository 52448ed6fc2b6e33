namespace GanSweep.Client.Sessions;

/// <summary>Where a coordinator is reached by HTTP.</summary>
/// <param name="Url">The beginning of its addresses, with a slash at the end.</param>
internal sealed record ServerAddress(Uri Url) : ClusterAddress
{
    public override string Advice => "Is a coordinator running there, and is this what its --http says (http://127.0.0.1:8080 unless told otherwise)? Start one with "
        + "gansweep-silo, or name a data folder of this machine with --data DIR.";

    /// <summary>Reads an address: http://localhost:8080, https://sweeps.example. Null if it is none.</summary>
    public static ServerAddress? Parse(string text)
    {
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url is { Host.Length: > 0, UserInfo: "", Query: "", Fragment: "" }
            ? new ServerAddress(url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/"))
            : null;
    }

    public override string ToString()
    {
        return Url.AbsoluteUri.TrimEnd('/');
    }
}
