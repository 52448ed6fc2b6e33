namespace GanSweep.Silo.Certificates;

/// <summary>Finds certificates where somebody says that they are.</summary>
internal static class CertificateSearch
{
    /// <summary>Finds the folder with a file: the one that is named, or the one below it that has it.</summary>
    /// <param name="folder">What somebody named.</param>
    /// <param name="file"><see cref="CertificateFiles.Silo"/> or <see cref="CertificateFiles.Client"/>.</param>
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
    public static IEnumerable<string> Below(string folder)
    {
        return Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);
    }
}
