using System.Text;
using MeshStack.Cli.Commands;

namespace MeshStack.Cli.Tests;

/// <summary>A full disk behind the output is said in one line, and is no crash.</summary>
public sealed class UnwritableOutputTests
{
    public static TheoryData<string[]> Commands =>
        [
            ["--help"],
            ["access", "dev"],
            ["access", "dev", "-o", "json"],
            ["preview", "dev"],
            ["lint", "infra", "-o", "sarif"],
            ["explain", "--from", "a/b/c", "--to", "x:1", "-o", "json"],
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task AFullOutputIsSaidInOneLine(string[] arguments)
    {
        _ = Meshstack.Root;
        using StringWriter error = new() { NewLine = "\n" };

        var exitCode = await CommandLine.RunAsync(arguments, Streams(new Full(new IOException("No space left on device")), error));

        Assert.Equal(2, exitCode);
        Assert.Equal("meshstack: the standard output cannot be written: No space left on device", error.ToString().Trim().Split('\n')[^1]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task WhereNothingCanBeSaidItEndsAllTheSame(string[] arguments)
    {
        _ = Meshstack.Root;
        var full = new Full(new IOException("No space left on device"));

        Assert.Equal(2, await CommandLine.RunAsync(arguments, Streams(full, full)));
    }

    [Fact]
    public async Task AClosedOutputIsSaid()
    {
        using StringWriter error = new() { NewLine = "\n" };

        var exitCode = await CommandLine.RunAsync(["--help"], Streams(new Full(new UnauthorizedAccessException("denied")), error));

        Assert.Equal((2, "meshstack: the standard output cannot be written: it is closed\n"), (exitCode, error.ToString()));
    }

    private static Streams Streams(TextWriter output, TextWriter error) =>
        new()
        {
            Output = output,
            Error = error,
            IsOutputPiped = true,
            IsErrorPiped = true,
        };

    private sealed class Full(Exception exception) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw exception;

        public override void Write(ReadOnlySpan<char> buffer) => throw exception;
    }
}
