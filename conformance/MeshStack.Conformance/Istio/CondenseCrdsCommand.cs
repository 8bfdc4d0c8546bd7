using System.CommandLine;

namespace MeshStack.Conformance.Istio;

/// <summary>Makes the tables of manifests/Crds/Tables from Istio's files of CustomResourceDefinitions.</summary>
internal static class CondenseCrdsCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Istio's definitions, named for their release: crds-1.32.0.yaml.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>("--out") { Description = "Folder that gets one table per minor version.", Required = true };
        var command = new Command("condense-crds", "Condenses Istio's CustomResourceDefinitions into the tables of the product.")
        {
            files,
            folder,
        };
        command.SetAction(parsed => Condense(parsed.GetRequiredValue(files), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Condense(string[] files, string folder)
    {
        foreach (var crds in files.Select(CondensedCrds.Read).ToList())
        {
            var table = Path.Combine(folder, crds.Minor + ".json");
            File.WriteAllText(table, crds.Text);
            Console.WriteLine($"{table}: Istio {crds.Istio}, {crds.Text.Length:N0} characters");
        }

        return ExitCode.Equal;
    }
}
