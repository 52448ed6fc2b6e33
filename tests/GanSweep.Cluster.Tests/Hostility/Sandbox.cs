using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Hostility;

/// <summary>A folder with everything that a verb can be given: tables, sweeps, generators and data folders, good ones and bad.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Sandbox()
    {
    }

    public string Path => _folder.Path;

    /// <summary>What is there before anything is done to it: name by name, the hash of the content. What is in data folders is the verbs' own.</summary>
    public IReadOnlyDictionary<string, string> Files()
    {
        return Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(Path, file))
            .Where(file => !file.StartsWith("data", StringComparison.Ordinal) && !file.StartsWith("gansweep-data", StringComparison.Ordinal))
            .ToDictionary(file => file, file => HashOf(System.IO.Path.Combine(Path, file)));
    }

    /// <summary>Makes one, with a sweep that has been trained.</summary>
    public static async Task<Sandbox> NewAsync(CancellationToken cancellationToken)
    {
        Sandbox sandbox = new();
        sandbox.WriteTables();
        sandbox.Write("sweep.json", HostileText.Sweep);
        sandbox.Write("precious.txt", "not to be touched");
        await using (ProgramProcess run = ProgramProcess.Client(sandbox.Path, "run", "sweep.json", "--data", "data", "--out", "results"))
        {
            Assert.True(await run.ExitAsync(cancellationToken) == 0, run.Errors);
        }

        File.Copy(sandbox.PathOf("results/best-generator.zip"), sandbox.PathOf("g.zip"));
        sandbox.WriteBrokenGenerators();
        sandbox.WriteBrokenStores();
        return sandbox;
    }

    /// <summary>A copy, to be used up.</summary>
    public Sandbox Copy()
    {
        Sandbox copy = new();
        foreach (string folder in Directory.GetDirectories(Path, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(folder.Replace(Path, copy.Path, StringComparison.Ordinal));
        }

        foreach (string file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            FileInfo info = new(file);
            string target = file.Replace(Path, copy.Path, StringComparison.Ordinal);
            if (info.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else
            {
                // With its mark: what GanSweep wrote, it may replace.
                info.CopyTo(target);
            }
        }

        return copy;
    }

    public void Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private string PathOf(string name)
    {
        return System.IO.Path.Combine(Path, name);
    }

    private void Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
    }

    private void WriteTables()
    {
        Random luck = new(1);
        StringBuilder rows = new("a,b,c\n");
        for (int row = 0; row < 60; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{luck.Next(1, 9)},{luck.NextDouble():R},{luck.NextDouble() * 1e6:R}\n");
        }

        string good = rows.ToString();
        Write("good.csv", good);
        Write("crlf.csv", good.ReplaceLineEndings("\r\n"));
        Write("utf16.csv", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(good)).ToArray());
        Write("latin1.csv", Encoding.Latin1.GetBytes("größe,b\n1,2\n3,4\n"));
        Write("semicolons.csv", good.Replace(',', ';'));
        Write("tabs.csv", good.Replace(',', '\t'));
        Write("empty.csv", "");
        Write("blank.csv", "\n\n\n");
        Write("header.csv", "a,b,c\n");
        Write("one-row.csv", "a,b\n1,2\n");
        Write("words.csv", "name,b\nAnna,1\nBert,2\nCleo,3\n");
        Write("gaps.csv", "a,b\n1,\n,2\n3,4\n");
        Write("ragged.csv", "a,b\n1\n2,3,4\n5,6\n");
        Write("twice.csv", "a,a\n1,2\n3,4\n");
        Write("quotes.csv", "a,\"b\n1,2\n3,4\n");
        Write("comment.csv", "# made by a tool\na,b\n1,2\n3,4\n");
        Write("infinite.csv", "a,b\n1e400,2\nNaN,Infinity\n3,4\n");
        Write("large.csv", "a,b\n1e155,1e-200\n-1e155,2e-200\n3e154,5e-324\n1.7e308,-1.7e308\n");
        Write("constant.csv", "a,b\n7,1\n7,2\n7,3\n");
        Write("escape.csv", "a\u001b[31m,b\n1,2\n3,4\n");
        Write("formula.csv", "=cmd|' /C calc'!A0,b\n1,2\n3,4\n");
        Write("wide.csv", string.Join(',', Enumerable.Range(0, 300).Select(column => $"c{column}")) + string.Concat(Enumerable.Repeat("\n" + string.Join(',', Enumerable.Range(0, 300)), 3)) + "\n");
        Write("nul.csv", "a,b\n1,\02\n3,4\n");
        byte[] noise = new byte[3000];
        luck.NextBytes(noise);
        Write("noise.csv", noise);
        Directory.CreateDirectory(PathOf("folder.csv"));
        File.CreateSymbolicLink(PathOf("link.csv"), "good.csv");
        File.CreateSymbolicLink(PathOf("dangling.csv"), "nowhere.csv");
    }

    private void WriteBrokenGenerators()
    {
        byte[] good = File.ReadAllBytes(PathOf("g.zip"));
        Write("cut.zip", good[..(good.Length / 2)]);
        for (int i = 0; i < 4; i++)
        {
            byte[] flipped = [.. good];
            flipped[good.Length * (i + 1) / 6] ^= 0x10;
            Write($"flipped{i}.zip", flipped);
        }

        Write("text.zip", "this is no zip file");
        using ZipArchive other = ZipFile.Open(PathOf("other.zip"), ZipArchiveMode.Create);
        using StreamWriter entry = new(other.CreateEntry("generator.json").Open());
        entry.Write("{ \"formatVersion\": 99 }");
    }

    private void WriteBrokenStores()
    {
        byte[] good = File.ReadAllBytes(PathOf("data/gansweep.db"));
        foreach ((string name, byte[] content) in (IEnumerable<(string, byte[])>)
        [
            ("data-cut", good[..^8192]),
            ("data-short", good[..100]),
            ("data-noise", RandomNumberGenerator.GetBytes(20_000)),
            ("data-flipped", Flipped(good, every: 8192)),
            ("data-page", Flipped(good, every: good.Length - 5000)),
        ])
        {
            Directory.CreateDirectory(PathOf(name));
            Write($"{name}/gansweep.db", content);
        }

        Directory.CreateDirectory(PathOf("data-empty"));
        Directory.CreateDirectory(PathOf("data-folder/gansweep.db"));
    }

    private static byte[] Flipped(byte[] content, int every)
    {
        byte[] flipped = [.. content];
        for (int at = 4_000; at < flipped.Length; at += every)
        {
            flipped[at] ^= 1;
        }

        return flipped;
    }

    private static string HashOf(string file)
    {
        return new FileInfo(file).LinkTarget is { } link ? $"→ {link}" : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
    }
}
