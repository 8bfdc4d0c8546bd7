using System.Text;
using System.Text.Unicode;

namespace MeshStack.Manifests;

/// <summary>Reads files that people wrote, and says what is wrong with those that are no text.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">What the file is called in messages.</param>
    /// <exception cref="ManifestFormatException">The file cannot be read, or is no text.</exception>
    public static string Read(string path, string shown) => Read(path, shown, TextLimits.Usual);

    /// <summary>The text of a file within other limits.</summary>
    /// <exception cref="ManifestFormatException">The file cannot be read, or is no text.</exception>
    public static string Read(string path, string shown, TextLimits limits)
    {
        try
        {
            return Decoded(Bytes(path, limits), shown);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(shown, 1, $"The file cannot be read: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>The text of a stream of a known name.</summary>
    /// <exception cref="ManifestFormatException">It is too large, or is no text.</exception>
    public static string Read(Stream stream, string shown)
    {
        try
        {
            return Decoded(Bytes(stream, TextLimits.Usual), shown);
        }
        catch (IOException e)
        {
            throw Wrong(shown, 1, $"It cannot be read: {e.Message.TrimEnd('.')}.");
        }
    }

    private static byte[] Bytes(string path, TextLimits limits)
    {
        // What is no regular file, such as a pipe or a device, has no length; and the length of a link is its own.
        var file = new FileInfo(path);
        var length = file.LinkTarget is null ? file.Length : 0;
        if (length > limits.Bytes)
        {
            throw TooLarge(limits);
        }

        if (length > 0)
        {
            return File.ReadAllBytes(path);
        }

        // A pipe is opened once somebody has it open for writing, who may take their time then.
        var opening = Task.Run(() => File.OpenRead(path));
        if (!Ends(opening, limits.Opening))
        {
            throw Silent();
        }

        using var stream = opening.GetAwaiter().GetResult();
        var reading = Task.Run(() => Bytes(stream, limits));
        return Ends(reading, limits.Patience) ? reading.GetAwaiter().GetResult() : throw Silent();
    }

    private static IOException Silent() => new("nothing comes from it; it may be a pipe that nobody writes to");

    private static bool Ends(Task task, TimeSpan patience) => Task.WaitAny([task], patience) == 0;

    private static byte[] Bytes(Stream stream, TextLimits limits)
    {
        using MemoryStream bytes = new();
        var buffer = new byte[64 * 1024];
        for (int count; (count = stream.Read(buffer)) > 0; )
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > limits.Bytes)
            {
                throw TooLarge(limits);
            }
        }

        return bytes.ToArray();
    }

    private static string Decoded(byte[] bytes, string shown)
    {
        try
        {
            // Of the other encodings, each says at the start that it is one.
            if (bytes is not [0xFE or 0xFF or 0x00 or 0xEF, ..])
            {
                return Strict.GetString(bytes);
            }

            using var reader = new StreamReader(new MemoryStream(bytes), Strict, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            _ = Utf8.ToUtf16(bytes, new char[bytes.Length], out var at, out _, replaceInvalidSequences: false);
            var line = bytes.AsSpan(0, at).Count((byte)'\n') + 1;
            throw Wrong(
                shown,
                line,
                $"The byte 0x{bytes[at]:X2} is no UTF-8: it is of another encoding, such as Latin-1; save the file as UTF-8."
            );
        }
    }

    private static IOException TooLarge(TextLimits limits) =>
        new(FormattableString.Invariant($"it has more than {limits.Bytes / 1024 / 1024} MiB"));

    private static ManifestFormatException Wrong(string shown, int line, string message) =>
        new([new ManifestProblem(new SourceLocation(shown, line), message)]);
}
