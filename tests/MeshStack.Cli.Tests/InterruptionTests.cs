using System.Diagnostics;

namespace MeshStack.Cli.Tests;

/// <summary>Who ends the process need not wait for it.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData("-TERM", 143)]
    [InlineData("-INT", 130)]
    public async Task AWaitingCommandEndsAtOnce(string signal, int exitCode)
    {
        var temporary = Directory.CreateTempSubdirectory("meshstack-").FullName;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "meshstack.dll"), "lint", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TMPDIR"] = temporary;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync("kind: [");
        await process.StandardInput.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        using (var kill = Process.Start("kill", [signal, $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(exitCode, process.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary));
        Directory.Delete(temporary);
    }
}
