using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace GanSweep.Web.Uploads;

/// <summary>The files that are on their way, or have come and not been forgotten yet. What is not asked for is let go after a while.</summary>
/// <param name="options">How many are taken.</param>
/// <param name="time">The clock.</param>
internal sealed class UploadShelf(IOptions<UploadOptions> options, TimeProvider time) : IDisposable
{
    private const int NameBytes = 16;

    private const int LongestFileName = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Upload> _uploads = [];

    /// <summary>Begins an upload.</summary>
    /// <param name="file">What its user calls the file.</param>
    /// <param name="length">How many bytes it will have.</param>
    /// <exception cref="UploadTooLargeException">It is longer than is taken.</exception>
    /// <exception cref="TooManyUploadsException">There are too many.</exception>
    public Upload Begin(string file, long length)
    {
        UploadOptions most = options.Value;
        if (length > most.MaxLength)
        {
            throw new UploadTooLargeException(Text($"The file has {length:N0} bytes, and {most.MaxLength:N0} are the most. Pack it (.gz), or take a sample of its rows."));
        }

        lock (_lock)
        {
            ForgetOld();
            long total = _uploads.Values.Sum(upload => upload.Length);
            if (_uploads.Count >= most.MaxOpen || total + length > most.MaxTotal)
            {
                throw new TooManyUploadsException(Text(
                    $"{_uploads.Count} uploads are here with {total:N0} bytes, and {most.MaxOpen} with {most.MaxTotal:N0} are the most. Delete those that are not needed, or wait: what nobody asks for is forgotten after {most.Patience.TotalMinutes:0} minutes."));
            }

            Upload begun = new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes)), Shortened(file), length) { AskedAt = time.GetTimestamp() };
            _uploads.Add(begun.Id, begun);
            return begun;
        }
    }

    /// <summary>An upload.</summary>
    /// <exception cref="UploadNotFoundException">There is none of that name.</exception>
    public Upload Find(string id)
    {
        lock (_lock)
        {
            ForgetOld();
            if (_uploads.TryGetValue(id, out Upload? upload))
            {
                upload.AskedAt = time.GetTimestamp();
                return upload;
            }
        }

        throw new UploadNotFoundException(
            $"There is no such upload. What nobody asks for is forgotten after {options.Value.Patience.TotalMinutes:0} minutes, and all of them when the coordinator stops. Begin again with POST /api/v1/uploads.");
    }

    /// <summary>Lets an upload go.</summary>
    /// <exception cref="UploadNotFoundException">There is none of that name.</exception>
    /// <exception cref="UploadConflictException">Somebody is at it.</exception>
    public void Forget(string id)
    {
        Upload upload = Find(id);
        lock (_lock)
        {
            if (!upload.TryLetGo())
            {
                throw new UploadConflictException($"Somebody is at {upload.File} just now: a part is coming, or it is being read. Try again when that is over.", upload.Offset);
            }

            _uploads.Remove(id);
        }
    }

    /// <summary>Notes that somebody has been at an upload until now.</summary>
    public void Touch(Upload upload)
    {
        lock (_lock)
        {
            upload.AskedAt = time.GetTimestamp();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (Upload upload in _uploads.Values)
            {
                upload.Dispose();
            }

            _uploads.Clear();
        }
    }

    private void ForgetOld()
    {
        foreach (Upload old in _uploads.Values.Where(upload => time.GetElapsedTime(upload.AskedAt) > options.Value.Patience).ToList())
        {
            if (old.TryLetGo())
            {
                _uploads.Remove(old.Id);
            }
        }
    }

    // The name is shown in messages, and nothing is opened by it.
    private static string Shortened(string file)
    {
        string name = new([.. file.Where(letter => !char.IsControl(letter))]);
        return name.Length > LongestFileName ? name[..LongestFileName] : name;
    }

    private static string Text(FormattableString text)
    {
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
