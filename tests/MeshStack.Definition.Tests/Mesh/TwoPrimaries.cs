using MeshStack.Definition.Planning;

namespace MeshStack.Definition.Tests.Mesh;

/// <summary>Two clusters of two networks that find each other's services.</summary>
internal static class TwoPrimaries
{
    public static MeshTrustSettings Generated { get; } = new() { Clusters = [], Generated = new() };

    public static MeshSettings Settings(MeshTrustSettings? trust) =>
        new()
        {
            Topology = MeshTopologies.MultiPrimary,
            Trust = trust,
            Clusters = new Dictionary<string, MeshMemberSettings> { ["east"] = Member("east"), ["west"] = Member("west") },
        };

    public static Plan Plan(MeshSettings settings) => Plan(settings, out _);

    public static Plan Plan(MeshSettings settings, out PlannedMesh mesh)
    {
        Assert.DoesNotContain(settings.Problems(), problem => problem.Severity == ProblemSeverity.Error);
        var plan = new Plan();
        mesh = MeshPlanner.Plan(plan.Component("Mesh", LogicalName.Of("shop")), settings);
        return plan;
    }

    private static MeshMemberSettings Member(string name) =>
        new()
        {
            Cluster = new() { Context = $"kind-{name}", ApiServer = $"https://{name}.example.com:6443" },
            Install = new() { EastWest = new() },
            Namespaces = new Dictionary<string, MeshNamespaceSettings> { ["cart"] = new() },
        };
}
