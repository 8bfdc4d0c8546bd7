using System.CommandLine;
using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Access;
using MeshStack.Rendering;

namespace MeshStack.Cli.Commands;

/// <summary><c>meshstack render</c>.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var command = new Command(
            "render",
            "Writes the objects and Helm releases of each cluster in steps, with a README that says in which order they are applied. "
                + "Secrets are masked."
        );
        var arguments = new StackArguments();
        arguments.AddTo(command);
        var directory = new Option<string>("--out")
        {
            Description = "Folder to write; an earlier rendering there is replaced.",
            HelpName = "DIR",
            Required = true,
        };
        command.Add(directory);
        command.SetAction((parsed, _) => new StackCommand(arguments, Render, _ => false) { Writes = true }.RunAsync(parsed));
        return command;

        Func<TimeSpan, int> Render(ParseResult parsed, MeshPreview preview)
        {
            if (!preview.HasErrors)
            {
                Renderer.Write(
                    preview.Own,
                    Path.GetFullPath(parsed.GetValue(directory)!),
                    MeshSnapshot.SourcesOf(preview.OwnMesh).MeshFile()
                );
            }

            return _ => Report(parsed, preview);
        }

        int Report(ParseResult parsed, MeshPreview preview)
        {
            var streams = Streams.From(parsed);
            if (preview.HasErrors)
            {
                foreach (var finding in preview.Findings.Where(f => f.Severity == Severity.Error))
                {
                    streams.Error.WriteLine(FindingText.Of(finding));
                }

                streams.Error.WriteLine("Nothing was written.");
                return ExitCode.Findings;
            }

            streams.Output.WriteLine(
                $"{preview.Own.Manifests.Count()} objects and {preview.Own.HelmReleases.Count()} Helm releases for "
                    + $"{preview.Own.Clusters.Length} clusters in {parsed.GetValue(directory)}"
            );
            streams.Output.WriteLine(
                "README.md there names the commands and their order, and what to fill in first: "
                    + $"{SecretMask.Text} stands for secrets, {Placeholder.Of("...")} for what only the clusters or the configuration know."
            );
            return ExitCode.Success;
        }
    }
}
