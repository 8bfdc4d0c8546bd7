using System.Text.RegularExpressions;
using MeshStack.Definition.Intents;
using MeshStack.Definition.Planning;
using MeshStack.Infra.Tests.Stacks;
using MeshStack.Infra.Tests.Topologies;

namespace MeshStack.Infra.Tests.Registrations;

/// <summary>
/// Every resource of a released version is found again under its name or an alias, so that no stack of that version loses or replaces one.
/// The lists are frozen: what a released version registered does not change.
/// </summary>
public sealed partial class ReleasedNamesTests
{
    private static readonly string[] Versions = Directory.GetDirectories(
        Path.Combine(Repository.Root, "tests/MeshStack.Infra.Tests/Snapshots/released")
    );

    public static TheoryData<string> Meshes { get; } = [.. Variant.Meshes];

    [Theory]
    [MemberData(nameof(Meshes))]
    public void EveryResourceIsFoundAgain(string name)
    {
        var planned = new PlanUrns(DefinitionPlanner.Plan(Variant.Definition(name)).Plan).All;
        Assert.All(Versions, version => Assert.Empty(Lost(Path.Combine(version, MeshProject.FileNameOf(name)), planned)));

        // An alias that two resources claim is an error of the engine.
        Assert.Empty(planned.Where(urn => urn.Count() > 1).Select(urn => urn.Key).ToList());
    }

    private static List<string> Lost(string file, ILookup<string, PlannedResource> planned)
    {
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        var ids = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            var match = Line().Match(line);
            Assert.True(match.Success, line);
            ids.Add(match.Groups["id"].Value);
            if (match.Groups["parent"].Success)
            {
                parents[match.Groups["id"].Value] = match.Groups["parent"].Value;
            }
        }

        return [.. ids.Select(Urn).Where(urn => !planned[urn].Any())];

        string Urn(string id) => $"{Types(id)}::{id.Split('\'')[1]}";
        string Types(string id) => parents.TryGetValue(id, out var parent) ? $"{Types(parent)}${id.Split(' ')[0]}" : id.Split(' ')[0];
    }

    [GeneratedRegex("^(?<id>\\S+ '[^']+')(?: below (?<parent>\\S+ '[^']+'))?$")]
    private static partial Regex Line();
}
