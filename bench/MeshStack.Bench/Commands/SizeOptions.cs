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

    public Option<bool> Routes { get; } =
        new("--routes") { Description = "Two ports and a route to two versions for each service, in place of one port and no route." };

    public void AddTo(Command command)
    {
        command.Add(Clusters);
        command.Add(Callers);
        command.Add(Routes);
    }

    public MeshSize Size(ParseResult parsed, int services) =>
        new MeshSize(services, parsed.GetValue(Clusters), parsed.GetValue(Callers)) { HasRoutes = parsed.GetValue(Routes) }.Checked();
}
