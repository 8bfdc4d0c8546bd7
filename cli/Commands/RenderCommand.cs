using System.CommandLine;
using MeshStack.Infra.Offline;
using MeshStack.Offline.Rendering;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack render</c>.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var command = new Command("render", "Writes a folder per cluster: plain YAML with kustomizations, and the Helm releases as a helmfile. Secrets are masked.");
        var arguments = new StackArguments();
        arguments.AddTo(command);
        var directory = new Option<string>("--out") { Description = "Folder to write; an earlier rendering there is replaced.", HelpName = "DIR", Required = true };
        command.Add(directory);
        command.SetAction((parsed, _) => new StackCommand(arguments, Render, _ => false).RunAsync(parsed));
        return command;

        int Render(ParseResult parsed, StackPreview preview, TimeSpan elapsed)
        {
            var target = Path.GetFullPath(parsed.GetValue(directory)!);
            Renderer.Write(preview.Recording, target);
            Console.Out.WriteLine($"{preview.Recording.Manifests.Count()} objects and {preview.Recording.HelmReleases.Count()} Helm releases for {preview.Recording.Clusters.Length} clusters in {parsed.GetValue(directory)}");
            return preview.HasErrors ? ExitCode.Findings : ExitCode.Fine;
        }
    }
}
