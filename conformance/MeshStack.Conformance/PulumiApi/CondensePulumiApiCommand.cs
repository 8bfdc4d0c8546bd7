using System.CommandLine;
using MeshStack.ApiSurface;

namespace MeshStack.Conformance.PulumiApi;

/// <summary><c>condense-pulumi-api</c>: writes the part of the real surface that sdk/ holds, for the tests that hold sdk/ to it.</summary>
internal static class CondensePulumiApiCommand
{
    private static string Target { get; } = Path.Combine("tests", "Sdk.Tests", "Surface");

    public static Command Create()
    {
        var facts = new Argument<string>("PATH") { Description = "Folder of recorded facts; its pulumi-api is read." };
        var command = new Command("condense-pulumi-api", $"Writes the real signatures of what sdk/ holds to {Target}.") { facts };
        command.SetAction(parsed =>
        {
            foreach (var name in StandIns.Names)
            {
                Condense(parsed.GetRequiredValue(facts), name);
            }

            return ExitCode.Equal;
        });
        return command;
    }

    private static void Condense(string folder, string name)
    {
        var held = ApiPrinter.Print(StandIns.Load(name));
        var condensed = new PartialSurface(held, PulumiListings.Read(folder, name)).Condensed;
        File.WriteAllText(Path.Combine(Repository.Root, Target, name + ".api.txt"), condensed.ToString());
        Console.WriteLine($"{name}: {condensed.Types.Count:N0} types with {condensed.MemberCount:N0} members");
    }
}
