using MeshStack.Lifecycle.Tests.Program;
using MeshStack.Lifecycle.Tests.Stacks;

namespace MeshStack.Lifecycle.Tests.Walk;

/// <summary>What is said of <c>namespace02</c> in <c>cluster01</c>.</summary>
internal enum NamespaceWish
{
    Present,
    Absent,
    Existing,
    DeletedWithMesh,
}

/// <summary>Which services there are, and who calls them.</summary>
internal enum ServiceWish
{
    All,
    NoHttpbin,
    NoUser,
    Renamed,
    AnotherName,

    /// <summary>Under the first name again, with a word.</summary>
    RenamedBack,
}

/// <summary>The parts of a definition on which it depends what is registered.</summary>
/// <param name="Topology">Name of the variant with the topology; that of the example is <c>dev</c>.</param>
internal sealed record DefinitionWish(string Topology)
{
    public static readonly string[] Phases = ["steady 1", "prepare", "switch", "retire", "steady 2"];
    public static readonly string[] Versions = ["1.30.4", "1.31.4", "1.32.0"];

    public ServiceWish Services { get; init; }

    public NamespaceWish Namespace { get; init; }

    /// <summary>Name of the second cluster; null where there is none.</summary>
    public string? Second { get; init; } = "cluster02";

    /// <summary>The name that the second cluster had before.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Place in <see cref="Phases"/>.</summary>
    public int Phase { get; init; }

    public string Version { get; init; } = "1.31.4";

    public string MeshId { get; init; } = "dev";

    /// <summary>The trust domain of the first cluster, where the definition says it.</summary>
    public string? TrustDomain { get; init; }

    /// <summary>What means the same as the trust domains, as a list of YAML without its brackets.</summary>
    public string? TrustDomainAliases { get; init; }

    /// <summary>The same with another alias.</summary>
    public DefinitionWish Aliasing(string domain) =>
        this with
        {
            TrustDomainAliases = string.Join(
                ", ",
                (TrustDomainAliases?.Split(", ") ?? []).Append(domain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            ),
        };

    public void WriteTo(LifecycleStack stack)
    {
        if (Topology != StackVariant.Dev)
        {
            stack.ChangeTo(Topology);
        }

        Edit(stack, "meshId: dev\n", $"meshId: {MeshId}\n");
        Edit(stack, "version: 1.31.4", "version: " + Version);
        Edit(stack, "generated: {}", Trust);
        WriteServices(stack);
        if (Namespace != NamespaceWish.Present)
        {
            Edit(stack, "    namespace02: {}\n", "");
            Edit(stack, "      context: cluster02\n", "      context: cluster02\n      namespaces: {namespace02: {}}\n");
        }

        if (Namespace is NamespaceWish.Existing or NamespaceWish.DeletedWithMesh)
        {
            var how = Namespace == NamespaceWish.Existing ? "existing" : "deleteWithMesh";
            Edit(stack, "      context: cluster01\n", $"      context: cluster01\n      namespaces: {{namespace02: {{{how}: true}}}}\n");
        }

        if (TrustDomain is not null)
        {
            Edit(stack, "      context: cluster01\n", $"      context: cluster01\n      trustDomain: {TrustDomain}\n");
        }

        if (TrustDomainAliases is not null)
        {
            Edit(stack, $"    version: {Version}", $"    version: {Version}\n    trustDomainAliases: [{TrustDomainAliases}]");
        }

        WriteSecond(stack);
    }

    private string Trust =>
        Phase switch
        {
            0 => "generated: {}",
            4 => "generated: {root: 2}",
            _ => $"generated: {{root: 2}}\n    rotation: {{from: 1, phase: {Phases[Phase]}}}",
        };

    private void WriteServices(LifecycleStack stack)
    {
        switch (Services)
        {
            case ServiceWish.NoHttpbin when Second is not null:
                stack.DeleteIntents("httpbin.yaml");
                stack.DeleteIntents("invariants.yaml");
                break;
            case ServiceWish.NoUser:
                stack.Edit("infra/mesh/dev/productpage.yaml", text => text[..text.LastIndexOf("---\n", StringComparison.Ordinal)]);
                break;
            case ServiceWish.Renamed or ServiceWish.AnotherName:
                stack.EditAll(Renamed);
                break;
            case ServiceWish.RenamedBack:
                stack.EditAll(RenamedBack);
                break;
        }
    }

    private static string RenamedBack(string text) =>
        string.Join('\n', text.Split('\n').Select(line => FormerOf(line) is { } former ? $"{line}\nrenamedFrom: {former}" : line));

    private static string? FormerOf(string line) =>
        line.StartsWith("name: ", StringComparison.Ordinal) && line.EndsWith("productpage", StringComparison.Ordinal)
            ? line["name: ".Length..].Replace("productpage", "frontpage", StringComparison.Ordinal)
            : null;

    private string Renamed(string text) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line =>
                    line == "service: productpage" ? "service: frontpage"
                    : !line.StartsWith("name: ", StringComparison.Ordinal) || !line.EndsWith("productpage", StringComparison.Ordinal) ? line
                    : line.Replace("productpage", "frontpage", StringComparison.Ordinal)
                        + (Services == ServiceWish.Renamed ? $"\nrenamedFrom: {line["name: ".Length..]}" : "")
                )
        );

    private void WriteSecond(LifecycleStack stack)
    {
        if (Second is null)
        {
            stack.Configure(text => text[..text.IndexOf("    cluster02:", StringComparison.Ordinal)]);
            stack.DeleteIntents("httpbin.yaml");
            stack.DeleteIntents("invariants.yaml");
            Edit(stack, "cluster: cluster02", "cluster: cluster01");
        }
        else if (Second != "cluster02")
        {
            Edit(stack, "    cluster02:\n", $"    {Second}:\n");
            Edit(stack, "cluster: cluster02", "cluster: " + Second);
        }

        if (RenamedFrom is not null)
        {
            Edit(stack, $"    {Second}:\n", $"    {Second}:\n      renamedFrom: {RenamedFrom}\n");
        }
    }

    private static void Edit(LifecycleStack stack, string text, string other) =>
        stack.EditAll(t => t.Replace(text, other, StringComparison.Ordinal));
}

/// <summary>A definition as a whole.</summary>
/// <param name="Definition">What is registered for it.</param>
internal sealed record Wish(DefinitionWish Definition)
{
    /// <summary>Context of the second cluster.</summary>
    public string Context { get; init; } = "cluster02";

    /// <summary>Identifier of the second cluster, where the definition says it.</summary>
    public string? Identifier { get; init; }

    /// <summary>Whether the clusters take over what is there.</summary>
    public bool Adopts { get; init; }

    /// <summary>Whether the second cluster is passed over while it is down.</summary>
    public bool Skips { get; init; }

    /// <summary>The clusters under <c>removed</c>.</summary>
    public ImmutableSortedSet<string> RemovedClusters { get; init; } = [];

    /// <summary>The namespaces under <c>removed</c>.</summary>
    public ImmutableSortedSet<string> RemovedNamespaces { get; init; } = [];

    /// <summary>The same without entries that have become untrue, which the definition's rules do not let through.</summary>
    public Wish Valid() =>
        this with
        {
            RemovedClusters = Definition.Second is { } there ? RemovedClusters.Remove(there) : RemovedClusters,
            RemovedNamespaces = Definition.Namespace == NamespaceWish.Absent ? RemovedNamespaces : [],
        };
}
