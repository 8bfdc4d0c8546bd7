using MeshStack.ApiSurface;

namespace MeshStack.Conformance.PulumiApi;

/// <summary>The surface of the stand-ins in sdk/ against that of the real Pulumi packages.</summary>
internal sealed class PulumiApiComparison : IComparison
{
    public string Name => "pulumi-api";

    public bool HasFacts(string folder) => PulumiListings.Exist(folder);

    public Task<ComparisonResult> RunAsync(string folder)
    {
        var compared = new List<string>();
        var differences = new List<string>();
        foreach (var name in StandIns.Names)
        {
            var held = ApiPrinter.Print(StandIns.Load(name));
            var real = PulumiListings.Read(folder, name);
            differences.AddRange(new PartialSurface(held, real).Differences);
            compared.Add($"{held.Types.Count:N0} of the {real.Types.Count:N0} types of {name} with {held.MemberCount:N0} members");
        }

        return Task.FromResult(new ComparisonResult(string.Join(", ", compared), differences));
    }
}
