using System.Text;
using MeshStack.Fuzz.Tests.Grammar;

namespace MeshStack.Fuzz.Tests;

/// <summary>A project with a stack of the name dev.</summary>
internal sealed class Project
{
    private readonly string _folder;

    public Project(string folder)
    {
        _folder = folder;
        File.Copy(Path.Combine(Seeds.Root, "Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
        Directory.CreateDirectory(Path.Combine(folder, "infra", "mesh", "dev"));
    }

    public void Write(string stack, string intents)
    {
        // Half a character can be in no file.
        File.WriteAllBytes(Path.Combine(_folder, "Pulumi.dev.yaml"), Encoding.UTF8.GetBytes(stack));
        File.WriteAllBytes(Path.Combine(_folder, "infra", "mesh", "dev", "intents.yaml"), Encoding.UTF8.GetBytes(intents));
    }
}
