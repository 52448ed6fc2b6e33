using System.IO.Compression;
using System.Text;

namespace GanSweep.Training.Tests.Generators;

/// <summary>Generator files taken apart, and put together again as one who forges them would.</summary>
internal static class ForgedFile
{
    public static string JsonOf(byte[] file)
    {
        return Encoding.UTF8.GetString(Entry(file, "generator.json"));
    }

    public static byte[] TensorsOf(byte[] file)
    {
        return Entry(file, "generator.safetensors");
    }

    public static byte[] Zip(string json, byte[] tensors)
    {
        return Zip(("generator.json", Encoding.UTF8.GetBytes(json)), ("generator.safetensors", tensors));
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Entry(byte[] file, string name)
    {
        using ZipArchive zip = new(new MemoryStream(file));
        using MemoryStream content = new();
        using Stream entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(content);
        return content.ToArray();
    }
}
