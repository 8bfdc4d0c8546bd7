using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.Stacks;

/// <summary>The example's stack dev as it is, and with one thing changed: what tests go from and to.</summary>
internal static class StackVariant
{
    public const string Dev = "dev";

    /// <summary>Each stack, and what its definition changes of the example's.</summary>
    private static readonly Dictionary<string, Action<LifecycleStack>> Changes = new(StringComparer.Ordinal)
    {
        [Dev] = _ => { },
        ["no-httpbin"] = stack =>
        {
            stack.DeleteIntents("httpbin.yaml");
            stack.DeleteIntents("invariants.yaml");
        },
        ["rename-productpage"] = stack =>
            stack.Edit(
                "infra/mesh/dev/productpage.yaml",
                Replaced(
                    "name: productpage",
                    "name: frontpage",
                    "service: productpage",
                    "service: frontpage",
                    "to-productpage",
                    "to-frontpage"
                )
            ),
        ["existing-flipped"] = stack =>
            stack.Configure(
                Replaced("      context: cluster01\n", "      context: cluster01\n      namespaces: {namespace01: {existing: true}}\n")
            ),
        ["no-ns"] = stack =>
            stack.Configure(
                Replaced(
                    "    namespace02: {}\n",
                    "",
                    "      context: cluster02\n",
                    "      context: cluster02\n      namespaces: {namespace02: {}}\n"
                )
            ),
        ["no-cluster02"] = stack =>
        {
            stack.Configure(text => text[..text.IndexOf("    cluster02:", StringComparison.Ordinal)]);
            stack.DeleteIntents("httpbin.yaml");
            stack.DeleteIntents("invariants.yaml");
            stack.Edit("infra/mesh/dev/productpage.yaml", Replaced("cluster: cluster02", "cluster: cluster01"));
        },
        ["rename-mesh"] = stack => stack.Configure(Replaced("meshId: dev", "meshId: dev2")),
        ["rename-cluster02"] = stack =>
        {
            foreach (var file in new[] { "Pulumi.dev.yaml", "infra/mesh/dev/httpbin.yaml", "infra/mesh/dev/productpage.yaml" })
            {
                stack.Edit(file, Replaced("cluster02:", "clusterb:", "cluster: cluster02", "cluster: clusterb"));
            }
        },
        ["context-renamed"] = stack => stack.Configure(Replaced("context: cluster02", "context: fra-admin")),
        ["prepare"] = stack => stack.Configure(Rotation("prepare")),
        ["switch"] = stack => stack.Configure(Rotation("switch")),
        ["retire"] = stack => stack.Configure(Rotation("retire")),
        ["multi-primary"] = stack => stack.Configure(Replaced("topology: federated", "topology: multi-primary")),
        ["primary-remote"] = stack => stack.Configure(Replaced("topology: federated", "topology: primary-remote")),
        ["ambient"] = stack =>
        {
            stack.Configure(Replaced("version: 1.31.4", "version: 1.31.4\n    profile: ambient"));
            foreach (var file in new[] { "infra/mesh/dev/httpbin.yaml", "infra/mesh/dev/productpage.yaml" })
            {
                stack.Edit(
                    file,
                    text =>
                        text[..text.IndexOf("loadBalancing:", StringComparison.Ordinal)]
                            .Replace("exposedPort: 80\n", "", StringComparison.Ordinal)
                );
            }

            stack.DeleteIntents("invariants.yaml");
        },
        ["external-control-plane"] = stack => stack.Configure(Replaced("topology: federated", "topology: external-control-plane")),
    };

    public static IReadOnlyList<string> Names { get; } = [.. Changes.Keys];

    /// <summary>A project with that stack, and with nothing deployed.</summary>
    public static LifecycleStack Create(string name)
    {
        var stack = LifecycleStack.OfExample(Dev, "cluster01", "cluster02", "fra-admin");
        stack.ChangeTo(name);
        return stack;
    }

    /// <summary>Changes the example's stack.</summary>
    public static void ChangeTo(this LifecycleStack stack, string name) => Changes[name](stack);

    private static Func<string, string> Rotation(string phase) =>
        Replaced("generated: {}", $"generated: {{root: 2}}\n    rotation: {{from: 1, phase: {phase}}}");

    private static Func<string, string> Replaced(params string[] pairs) =>
        text => pairs.Chunk(2).Aggregate(text, (changed, pair) => changed.Replace(pair[0], pair[1], StringComparison.Ordinal));
}
