using System.CommandLine;
using MeshStack.Bench.Meshes;

namespace MeshStack.Bench.Commands;

/// <summary><c>generate DIR --services N</c>: a project folder of a synthetic mesh.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var command = new Command("generate", "Writes a project folder with the stack 'bench': a synthetic mesh of the given size.");
        var directory = new Argument<string>("DIR") { Description = "The folder; it must be empty or not there." };
        var services = new Option<int>("--services") { Description = "Number of services.", Required = true };
        var sizes = new SizeOptions();
        command.Add(directory);
        command.Add(services);
        sizes.AddTo(command);
        command.SetAction(parsed =>
        {
            var size = sizes.Size(parsed, parsed.GetValue(services));
            MeshProject.Write(parsed.GetValue(directory)!, size);
            Console.Out.WriteLine(
                $"{size.Services} services with {size.Callers} callers each over {size.Clusters} clusters: {size.Objects} objects, the "
                    + "installs aside"
            );
            return 0;
        });
        return command;
    }
}
