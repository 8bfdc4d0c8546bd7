using System.Text;
using MeshStack.Lifecycle.Tests.Program;

namespace MeshStack.Lifecycle.Tests.Stacks;

/// <summary>The stacks that are kept from each version.</summary>
public sealed class FrozenStackTests
{
    private const string Dev = "dev";

    /// <summary>Each stack, and what its definition changes of the example's.</summary>
    private static readonly Dictionary<string, Action<LifecycleStack>> Stacks = new(StringComparer.Ordinal)
    {
        [Dev] = _ => { },
        ["no-httpbin"] = stack =>
        {
            stack.DeleteIntents("httpbin.yaml");
            stack.DeleteIntents("invariants.yaml");
        },
        ["rename-productpage"] = stack =>
            stack.Edit("infra/mesh/dev/productpage.yaml", Replaced("name: productpage", "name: frontpage", "service: productpage", "service: frontpage", "to-productpage", "to-frontpage")),
        ["existing-flipped"] = stack => stack.Configure(Replaced("      context: cluster01\n", "      context: cluster01\n      namespaces: {namespace01: {existing: true}}\n")),
        ["no-ns"] = stack => stack.Configure(
                Replaced("    namespace02: {}\n", "", "      context: cluster02\n", "      context: cluster02\n      namespaces: {namespace02: {}}\n")
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
        ["external-control-plane"] = stack => stack.Configure(Replaced("topology: federated", "topology: external-control-plane")),
    };

    public static TheoryData<string> Names { get; } = [.. Stacks.Keys];

    /// <summary>Each release keeps its stacks: <c>MESHSTACK_FREEZE=VERSION</c> writes them into a new folder. Those that are there stay.</summary>
    [Fact]
    public void AVersionIsFrozenOnce()
    {
        if (Environment.GetEnvironmentVariable("MESHSTACK_FREEZE") is not { Length: > 0 } version)
        {
            return;
        }

        foreach (var (name, change) in Stacks)
        {
            using var stack = LifecycleStack.OfExample(Dev, "cluster01", "cluster02", "fra-admin");
            change(stack);
            Freezer.Freeze(stack).Write(name, version, name == Dev ? null : Dev);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachIsUpAndThenUnchanged(string name)
    {
        var stack = FrozenStack.Load(name);
        var engine = new EngineStack(new World("cluster01", "cluster02", "fra-admin"));
        var first = engine.Up(stack);
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Null(engine.State!.IntegrityError());
        Assert.Equal($"{first.Created.Count} unchanged; rc 0", engine.Up(stack).ToString());
    }

    /// <summary>What is kept names what a provider made up, and holds none of it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NothingSecretIsKept(string name)
    {
        var text = new StringBuilder().AppendJoin('\n', FrozenStack.Load(name).Registrations.Select(r => r.ToJson())).ToString();
        Assert.DoesNotContain("BEGIN", text, StringComparison.Ordinal);
        Assert.Contains("#privateKeyPem}", text, StringComparison.Ordinal);
    }

    private static Func<string, string> Rotation(string phase) =>
        Replaced("generated: {}", $"generated: {{root: 2}}\n    rotation: {{from: 1, phase: {phase}}}");

    private static Func<string, string> Replaced(params string[] pairs) =>
        text => pairs.Chunk(2).Aggregate(text, (changed, pair) => changed.Replace(pair[0], pair[1], StringComparison.Ordinal));
}
