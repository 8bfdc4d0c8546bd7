using System.CommandLine;
using MeshStack.Bench.Comparison;

namespace MeshStack.Bench.Commands;

/// <summary><c>compare RENDERED SYNTHESIZED</c>: whether both sides made the same objects.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var command = new Command("compare", "Compares every Istio object that 'meshstack render' wrote with what cdk8s synthesized.");
        var rendered = new Argument<string>("RENDERED") { Description = "Folder that 'meshstack render' wrote." };
        var synthesized = new Argument<string>("SYNTHESIZED") { Description = "Folder that cdk8s wrote." };
        command.Add(rendered);
        command.Add(synthesized);
        command.SetAction(parsed =>
        {
            var count = SameObjects.Require(
                IstioObjects.Rendered(parsed.GetValue(rendered)!),
                IstioObjects.Synthesized(parsed.GetValue(synthesized)!)
            );
            Console.Out.WriteLine($"{count} objects, all the same");
            return 0;
        });
        return command;
    }
}
