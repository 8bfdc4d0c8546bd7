using System.Collections.Immutable;
using MeshStack.Infra.Tests.Definition;
using MeshStack.Preview.Transitions;

namespace MeshStack.Infra.Tests.Transitions;

/// <summary>A project that changes step by step, each step held against the one that was applied before.</summary>
internal sealed class Steps : IDisposable
{
    private readonly SampleProject _project = new();
    private MeshState? _applied;

    /// <summary>What vouches for the API server of each cluster, as the kubeconfig of this machine says.</summary>
    public Dictionary<string, string> Authorities { get; } = [];

    /// <summary>What a change to this configuration says; what is not refused is applied.</summary>
    /// <param name="settings">Lines under <c>config:</c> besides what every stack has.</param>
    public IReadOnlyList<string> To(string settings)
    {
        _project.Write(
            "Pulumi.test.yaml",
            $"""
            config:
              pulumi:disable-default-providers: [kubernetes]
              meshstack:meshId: test
            {string.Join("\n", settings.Split('\n').Select(l => "  " + l))}
            """
        );
        _project.Write("infra/mesh/test/shop.yaml", "# nothing yet\n");

        var next = MeshState.From(DefinitionLoader.Load(_project.Root, "test")).VouchedForBy(Authorities);
        var notices = _applied is null ? [] : MeshTransition.Check(_applied, next);
        if (notices.All(n => n.Kind != TransitionKind.Refused))
        {
            // Through its text, as it comes back from the stack's outputs; the rest its own objects say.
            _applied = MeshState.Parse(next.ToJson())!;
            _applied = _applied with
            {
                Clusters = _applied.Clusters.ToImmutableSortedDictionary(
                    c => c.Key,
                    c => c.Value with { Gateways = next.Clusters[c.Key].Gateways },
                    StringComparer.Ordinal
                ),
            };
        }

        return [.. notices.Select(n => $"{n.Kind}: {n}")];
    }

    public void Dispose() => _project.Dispose();
}
