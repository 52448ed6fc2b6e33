namespace GanSweep.Silo.Certificates;

/// <summary>
/// How certificates lie in a folder: <c>authority/</c> with the authority's own key, which nobody needs but who makes certificates, and a
/// folder for each who is given one, with all that it needs: <c>silo/</c>, <c>operator/</c>, …
/// </summary>
public static class CertificateFiles
{
    /// <summary>The folder of the authority.</summary>
    public const string AuthorityFolder = "authority";

    /// <summary>The folder of the silos.</summary>
    public const string SiloFolder = "silo";

    /// <summary>The authority's certificate: in every folder.</summary>
    public const string Authority = "authority.pem";

    /// <summary>The authority's private key.</summary>
    public const string AuthorityKey = "authority.key.pem";

    /// <summary>A silo's certificate and its private key: in one file, so that both are replaced at once.</summary>
    public const string Silo = "silo.pem";

    /// <summary>A client's certificate and its private key.</summary>
    public const string Client = "client.pem";

    /// <summary>Finds the folder with a file: the one that is named, or the one below it that has it.</summary>
    /// <param name="folder">What somebody named.</param>
    /// <param name="file"><see cref="Silo"/> or <see cref="Client"/>.</param>
    /// <exception cref="CertificateException">There is none, or more than one.</exception>
    public static string Find(string folder, string file)
    {
        if (File.Exists(Path.Combine(folder, file)))
        {
            return folder;
        }

        string[] below = Directory.Exists(folder) ? [.. Below(folder).Where(one => File.Exists(Path.Combine(one, file)))] : [];
        return below switch
        {
            [string only] => only,
            [] => throw new CertificateException(
                $"There is no {file} in {folder}, nor in a folder in it. Make certificates with: gansweep certificates --out {folder}"),
            _ => throw new CertificateException(
                $"{folder} has the certificates of several clients: {string.Join(", ", below.Select(Path.GetFileName))}. Name one: --certificates {below[0]}"),
        };
    }

    /// <summary>The folders in a folder, in order.</summary>
    internal static IEnumerable<string> Below(string folder)
    {
        return Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);
    }
}
