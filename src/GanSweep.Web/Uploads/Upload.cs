using System.Globalization;
using GanSweep.Documents;

namespace GanSweep.Web.Uploads;

/// <summary>A file on its way, on the disk. It has no name there, so that nothing of it stays if this process dies.</summary>
internal sealed class Upload : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly FileStream _content;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Begins one.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="file">What its user calls the file.</param>
    /// <param name="length">How many bytes it will have.</param>
    public Upload(string id, string file, long length)
    {
        Id = id;
        File = file;
        Length = length;
        string path = Path.Combine(Path.GetTempPath(), $"gansweep-upload-{id}");
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            // A real table: for nobody else on this machine.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _content = new FileStream(path, options);
        System.IO.File.Delete(path);
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>What its user calls the file.</summary>
    public string File { get; }

    /// <summary>How many bytes it will have.</summary>
    public long Length { get; }

    /// <summary>How many are there.</summary>
    public long Offset { get; private set; }

    /// <summary>When somebody last asked for it, by the clock's timestamps.</summary>
    public long AskedAt { get; set; }

    /// <summary>What is told of it.</summary>
    public UploadDocument Document => new(Id, File, Length, Offset);

    /// <summary>Appends what comes, and keeps what has come if it is cut off.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="part">What comes.</param>
    /// <param name="cancellationToken">Cuts it off.</param>
    /// <exception cref="UploadConflictException">It does not begin where the file ends, or another part is coming.</exception>
    /// <exception cref="UploadTooLargeException">There is more of it than was announced.</exception>
    public async Task AppendAsync(long offset, Stream part, CancellationToken cancellationToken)
    {
        await UseAsync(async () =>
        {
            if (offset != Offset)
            {
                throw new UploadConflictException(Text($"The part begins at {offset:N0}, and {Offset:N0} bytes are there. Go on from {UploadHeaders.Offset}: {Offset}."), Offset);
            }

            byte[] buffer = new byte[BufferLength];
            _content.Position = Offset;
            while (await part.ReadAsync(buffer, cancellationToken) is > 0 and int count)
            {
                if (Offset + count > Length)
                {
                    throw new UploadTooLargeException(Text($"{File} was announced with {Length:N0} bytes, and more are sent. Begin another upload with its length."));
                }

                await _content.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                Offset += count;
            }

            await _content.FlushAsync(cancellationToken);
            return Offset;
        });
    }

    /// <summary>Reads it once it is whole. Who reads has it for itself.</summary>
    /// <exception cref="UploadConflictException">It is not whole yet, or somebody else is at it.</exception>
    public Task<T> ReadAsync<T>(Func<Stream, Task<T>> read)
    {
        return UseAsync(() =>
        {
            if (Offset != Length)
            {
                throw new UploadConflictException(
                    Text($"Of {File}, {Offset:N0} of {Length:N0} bytes are there. Send the others with PATCH /api/v1/uploads/{Id}, from {UploadHeaders.Offset}: {Offset}."), Offset);
            }

            _content.Position = 0;
            return read(_content);
        });
    }

    /// <summary>Lets it go, unless somebody is at it.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool TryLetGo()
    {
        // The turn is not given back: nobody uses it after this.
        if (!_turn.Wait(TimeSpan.Zero))
        {
            return false;
        }

        _content.Dispose();
        return true;
    }

    /// <summary>Lets it go, whoever is at it.</summary>
    public void Dispose()
    {
        _content.Dispose();
        _turn.Dispose();
    }

    private async Task<T> UseAsync<T>(Func<Task<T>> use)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero))
        {
            throw new UploadConflictException($"Somebody else is at {File} just now: a part is coming, or it is being read. Try again when that is over.", Offset);
        }

        try
        {
            return await use();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Text(FormattableString text)
    {
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
