using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies TorchSharp's native library and lets the copy load on every libstdc++ from GCC 12 on.
/// The source (the package folder's file) is only read. A file without the GCC 13 symbol is copied as it is;
/// a file with it whose bytes are not the known ones stops the build.
/// </summary>
public sealed class MendLibTorchSharp : Task
{
    // GCC 13 moved the initialisation of std::cout from every object file into the library, under this new symbol and version.
    private const string Gcc13Symbol = "_ZSt21ios_base_library_initv";
    private const string Gcc13Version = "GLIBCXX_3.4.32";

    // std::ios_base::Init::Init() is GCC 12's way to the same; it uses no 'this'. Padded to the same length, so nothing moves.
    private const string Gcc12Symbol = "_ZNSt8ios_base4InitC1Ev\0\0\0\0\0";
    private const string Gcc12Version = "GLIBCXX_3.4\0\0\0";

    [Required]
    public string Source { get; set; }

    [Required]
    public string Destination { get; set; }

    public override bool Execute()
    {
        DateTime written = File.GetLastWriteTimeUtc(Source);
        if (File.Exists(Destination) && File.GetLastWriteTimeUtc(Destination) == written)
        {
            return true;
        }

        byte[] library = File.ReadAllBytes(Source);
        if (Count(library, Terminated(Gcc13Symbol)) == 0)
        {
            Log.LogMessage(MessageImportance.Normal, "{0} does not ask for GCC 13's {1}: copied as it is.", Source, Gcc13Symbol);
        }
        else if (!Replace(library, Terminated(Gcc13Symbol), Terminated(Gcc12Symbol))
            || !Replace(library, Terminated(Gcc13Version), Terminated(Gcc12Version))
            || !Replace(library, BitConverter.GetBytes(ElfHash(Gcc13Version)), BitConverter.GetBytes(ElfHash("GLIBCXX_3.4"))))
        {
            Log.LogError(
                "{0} asks for GCC 13's {1}, but is not the library of TorchSharp 0.107.0 that this build knows how to mend: the symbol, "
                + "its version {2} and that version's hash must each occur once. Either go back to that TorchSharp version in "
                + "Directory.Packages.props, or adapt src/GanSweep.Gan/Native/MendLibTorchSharp.cs to the new file.",
                Source, Gcc13Symbol, Gcc13Version);
            return false;
        }

        // A new file in place of the old one, never a write into it: the old one may be a hard link to the package folder.
        string temporary = Destination + ".new";
        File.WriteAllBytes(temporary, library);
        File.SetLastWriteTimeUtc(temporary, written);
        File.Delete(Destination);
        File.Move(temporary, Destination);
        return true;
    }

    // Names in an ELF string table stand between zero bytes.
    private static byte[] Terminated(string name)
    {
        return Encoding.ASCII.GetBytes("\0" + name + "\0");
    }

    private static bool Replace(byte[] bytes, byte[] known, byte[] replacement)
    {
        if (known.Length != replacement.Length || Count(bytes, known) != 1)
        {
            return false;
        }

        Array.Copy(replacement, 0, bytes, IndexOf(bytes, known, 0), replacement.Length);
        return true;
    }

    private static int Count(byte[] bytes, byte[] pattern)
    {
        int count = 0;
        for (int at = IndexOf(bytes, pattern, 0); at >= 0; at = IndexOf(bytes, pattern, at + 1))
        {
            count++;
        }

        return count;
    }

    private static int IndexOf(byte[] bytes, byte[] pattern, int start)
    {
        for (int at = Array.IndexOf(bytes, pattern[0], start); at >= 0; at = Array.IndexOf(bytes, pattern[0], at + 1))
        {
            int length = 0;
            while (length < pattern.Length && at + length < bytes.Length && bytes[at + length] == pattern[length])
            {
                length++;
            }

            if (length == pattern.Length)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The hash of a version name in an ELF version table (System V ABI, "Hash Table").</summary>
    private static uint ElfHash(string name)
    {
        uint hash = 0;
        foreach (char letter in name)
        {
            hash = (hash << 4) + letter;
            uint high = hash & 0xF0000000;
            hash = (hash ^ (high >> 24)) & ~high;
        }

        return hash;
    }
}
