using MeshStack.Definition;
using MeshStack.Infra.Access;
using MeshStack.Infra.Transitions;
using MeshStack.Manifests;
using MeshStack.Offline;

namespace MeshStack.Infra.Offline;

/// <summary>What a stack would put on its clusters, found out without an engine.</summary>
/// <param name="Definition">The checked definition.</param>
/// <param name="Recording">The objects per cluster.</param>
/// <param name="Findings">What Istio would reject or warn of, and which invariants do not hold.</param>
/// <param name="Sources">Which place of the definition asked for which component.</param>
public sealed record StackPreview(MeshDefinition Definition, Recording Recording, IReadOnlyList<Finding> Findings, ComponentSources Sources) : StackComposition(Definition, Recording, Sources)
{
    /// <summary>What the change does to what is running, where it is known what that is.</summary>
    public IReadOnlyList<TransitionNotice> Transition { get; init; } = [];

    /// <summary>What that was compared with; null where nothing was.</summary>
    public string? Since { get; init; }

    /// <summary>The clusters that are taken to be unreachable.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    /// <summary>Whether anything stands that must not be applied.</summary>
    public bool HasErrors => Outages.Any(o => !o.IsSkipped) || Findings.Any(f => f.Severity == Severity.Error) || Transition.Any(n => n.Kind == TransitionKind.Refused);

    /// <summary>Composes, records and judges a stack from its files.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <exception cref="DefinitionException">The definition is wrong.</exception>
    /// <exception cref="OfflineException">What the definition asks for cannot be registered.</exception>
    public static Task<StackPreview> RunAsync(string root, string stack) => RunAsync(DefinitionLoader.Load(root, stack));

    /// <summary>Composes, records and judges a checked definition.</summary>
    public static async Task<StackPreview> RunAsync(MeshDefinition definition)
    {
        var composed = await ComposeAsync(definition).ConfigureAwait(false);
        var rules = IstioChecks.Check([.. composed.Recording.Manifests]);

        // Where both have something to say of a place, the rules say it better.
        var said = rules.Select(f => (f.Cluster, f.Object, f.Path)).ToHashSet();
        var schemas = SchemaChecks.Check(composed).Where(f => !said.Contains((f.Cluster, f.Object, f.Path)));
        var istio = composed.Locate([.. schemas.Concat(rules).Order(Finding.Order)]);
        IEnumerable<Finding> proved = definition.Invariants.IsEmpty ? [] : StackProof.Of(composed).Findings(istio);
        return new(composed.Definition, composed.Recording, [.. istio, .. proved], composed.Sources);
    }
}
