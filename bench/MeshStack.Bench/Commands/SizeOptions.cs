using System.CommandLine;
using MeshStack.Bench.Meshes;

namespace MeshStack.Bench.Commands;

/// <summary>The options that size a mesh.</summary>
internal sealed class SizeOptions
{
    public Option<int> Clusters { get; } =
        new("--clusters") { Description = "Clusters that the services are dealt out to.", DefaultValueFactory = _ => 4 };

    public Option<int> Callers { get; } =
        new("--callers") { Description = "Callers of each service, all in other clusters.", DefaultValueFactory = _ => 3 };

    public void AddTo(Command command)
    {
        command.Add(Clusters);
        command.Add(Callers);
    }

    public MeshSize Size(ParseResult parsed, int services) =>
        new MeshSize(services, parsed.GetValue(Clusters), parsed.GetValue(Callers)).Checked();
}
