using System.Diagnostics;
using System.Reflection;

namespace Packages.Tests;

/// <summary>A folder feed with the packages of this build.</summary>
public sealed class Feed : IAsyncLifetime
{
    /// <summary>Temporary folder: the feed, and what uses it.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("meshstack-feed-").FullName;

    public string Packages => Path.Combine(Folder, "feed");

    public static string Setting(string name) =>
        typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;

    public async Task InitializeAsync()
    {
        string[] projects =
        [
            "definition/MeshStack.Definition.csproj",
            "components/MeshStack.Components.csproj",
            "manifests/MeshStack.Manifests.csproj",
            "analysis/MeshStack.Analysis.csproj",
            "rendering/MeshStack.Rendering.csproj",
            "preview/MeshStack.Preview.csproj",
            "offline/MeshStack.Offline.csproj",
            "hosting/MeshStack.Hosting.csproj",
        ];
        foreach (var project in projects)
        {
            await PackAsync(project);
        }

        if (Setting("PulumiSdk") == "bundled")
        {
            // The packages name the real ones as their dependencies; for a feed that lacks them the stand-ins take that place here, and
            // only here.
            await PackAsync("sdk/Pulumi/Pulumi.csproj", "-p:IsPackable=true");
            await PackAsync("sdk/Pulumi.Kubernetes/Pulumi.Kubernetes.csproj", "-p:IsPackable=true");
            await PackAsync("sdk/Pulumi.Tls/Pulumi.Tls.csproj", "-p:IsPackable=true");
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Runs dotnet; its output when it succeeds.</summary>
    public static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PulumiSdk"] = Setting("PulumiSdk");
        start.Environment["DOTNET_NOLOGO"] = "1";

        // A test host tells MSBuild where it was started from; a build of its own must not listen to that.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var (said, complained) = (await output, await error);
        return process.ExitCode == 0
            ? said
            : throw new InvalidOperationException(
                $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}\n{said}\n{complained}"
            );
    }

    private Task<string> PackAsync(string project, params string[] more) =>
        DotnetAsync(
            Setting("RepositoryRoot"),
            ["pack", project, "--no-build", "--configuration", Setting("Configuration"), "--output", Packages, .. more]
        );
}
