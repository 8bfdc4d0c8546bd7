using System.Diagnostics;

namespace MeshStack.Cli.History;

/// <summary>What git says of a work tree.</summary>
internal static class Git
{
    /// <summary>Starts git in a folder; output and errors are read by the caller.</summary>
    /// <param name="folder">A folder in a work tree.</param>
    /// <param name="why">What it is needed for, for the message where it does not start.</param>
    /// <param name="arguments">What it is told.</param>
    /// <exception cref="IOException">It does not start.</exception>
    public static Process Start(string folder, string why, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new("git", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        try
        {
            return Process.Start(start) ?? throw new IOException("git does not start");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new IOException($"git is needed {why}, and does not start: {e.Message}", e);
        }
    }

    /// <summary>What git answers; null where it refuses.</summary>
    /// <exception cref="IOException">It does not start.</exception>
    public static async Task<string?> AskAsync(string folder, string why, params IReadOnlyList<string> arguments)
    {
        using var git = Start(folder, why, arguments);
        var errors = git.StandardError.ReadToEndAsync();
        var output = await git.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(errors, git.WaitForExitAsync());
        return git.ExitCode == 0 ? output : null;
    }

    /// <summary>The first line of what git complains of; null where it does not.</summary>
    /// <exception cref="IOException">It does not start.</exception>
    public static async Task<string?> ComplaintAsync(string folder, string why, params IReadOnlyList<string> arguments)
    {
        using var git = Start(folder, why, arguments);
        var output = git.StandardOutput.ReadToEndAsync();
        var errors = await git.StandardError.ReadToEndAsync();
        await Task.WhenAll(output, git.WaitForExitAsync());
        return git.ExitCode == 0 ? null : errors.Trim().Split('\n')[0];
    }
}
