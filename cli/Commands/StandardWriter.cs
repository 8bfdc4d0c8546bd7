using System.Globalization;
using System.Text;

namespace MeshStack.Cli.Commands;

/// <summary>A standard stream that may be full or closed.</summary>
/// <param name="inner">The stream.</param>
/// <param name="isNeeded">Whether the command fails where it cannot be written; of errors, nobody could be told.</param>
internal sealed class StandardWriter(TextWriter inner, bool isNeeded) : TextWriter(CultureInfo.InvariantCulture)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failed(e);
        }
    }

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failed(e);
        }
    }

    // What is said of a stream without a file behind it is that access to it is denied.
    private void Failed(Exception exception)
    {
        if (isNeeded)
        {
            throw new UnwritableOutputException(exception is IOException ? exception.Message.TrimEnd('.') : "it is closed");
        }
    }
}
