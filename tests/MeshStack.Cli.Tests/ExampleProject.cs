using System.Text;

namespace MeshStack.Cli.Tests;

/// <summary>A project of one stack, made of files that tests have, and what the commands make of it.</summary>
internal sealed class ExampleProject : IDisposable
{
    /// <summary>The project.</summary>
    /// <param name="settings">The file of the stack's settings.</param>
    /// <param name="intents">The file of its intents.</param>
    public ExampleProject(string settings, string intents)
    {
        File.WriteAllText(Path.Combine(Root, "Pulumi.yaml"), "name: meshstack\nruntime: dotnet\n");
        File.Copy(settings, Path.Combine(Root, "Pulumi.t.yaml"));
        var folder = Directory.CreateDirectory(Path.Combine(Root, "infra", "mesh", "t")).FullName;
        Intents = Path.Combine(folder, "intents.yaml");
        File.Copy(intents, Intents);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("meshstack-").FullName;

    /// <summary>The file of its intents.</summary>
    public string Intents { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Renders it to a folder below it.</summary>
    public async Task<string> RenderAsync(string name)
    {
        var output = Path.Combine(Root, name);
        var result = await Meshstack.RunAsync("render", "t", "--project", Root, "--out", output);
        Assert.Equal(0, result.ExitCode);
        return output;
    }

    /// <summary>The objects of some of the files that it is rendered to, each under the name of its file.</summary>
    /// <param name="isMeant">Whether a file is one of them.</param>
    public async Task<string> ObjectsAsync(Func<string, bool> isMeant)
    {
        var output = await RenderAsync("out");
        var objects = new StringBuilder();
        foreach (
            var file in Directory
                .EnumerateFiles(output, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/'))
                .Where(file => isMeant(file) && !file.EndsWith("kustomization.yaml", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            objects.Append("# ").Append(file).Append('\n').Append(await File.ReadAllTextAsync(Path.Combine(output, file)));
            objects.Append("---\n");
        }

        return objects.ToString();
    }

    /// <summary>Holds a text against a file of the tests, or writes it there where new ones are accepted.</summary>
    public static async Task Compare(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("MESHSTACK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing: README.md beside its folder tells how it is written");
        Assert.Equal(await File.ReadAllTextAsync(file), text);
    }
}
