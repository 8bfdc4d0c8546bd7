using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology.Workloads;

/// <summary>A webhook that brings pods to an istiod's injector.</summary>
/// <param name="Revision">The revision of the istiod; empty for the default one.</param>
/// <param name="Namespace">What it asks of the labels of a pod's namespace.</param>
/// <param name="Pod">What it asks of the pod's labels.</param>
internal sealed record InjectionWebhook(string Revision, DiscoverySelector Namespace, DiscoverySelector Pod)
{
    private const string Injection = "istio-injection";
    private const string Rev = "istio.io/rev";

    /// <summary>The webhooks that the chart istiod makes for a revision or a tag.</summary>
    /// <remarks>Source: mutatingwebhook.yaml and revision-tags-mwc.yaml of the chart istiod, istio/istio 1.30.3.</remarks>
    /// <param name="revision">The revision of the istiod; empty for the default one.</param>
    /// <param name="name">What labels call it by: the revision, or a tag.</param>
    /// <param name="isEverywhere">Whether namespaces without any label are injected (enableNamespacesByDefault).</param>
    public static IEnumerable<InjectionWebhook> Of(string revision, string name, bool isEverywhere)
    {
        yield return new(revision, All(In(Rev, name), Without(Injection)), All(NotIn(IstioNames.Inject, "false")));
        yield return new(revision, All(Without(Rev), Without(Injection)), All(NotIn(IstioNames.Inject, "false"), In(Rev, name)));
        if (name != IstioRevision.Default)
        {
            yield break;
        }

        yield return new(revision, All(In(Injection, "enabled")), All(NotIn(IstioNames.Inject, "false")));
        yield return new(revision, All(Without(Injection), Without(Rev)), All(In(IstioNames.Inject, "true"), Without(Rev)));
        if (isEverywhere)
        {
            yield return new(
                revision,
                All(Without(Injection), Without(Rev), NotIn(NameLabel, [.. IstioNames.NeverInjected])),
                All(Without(IstioNames.Inject), Without(Rev))
            );
        }
    }

    /// <summary>The label with its own name that every namespace has.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    public bool Brings(IReadOnlyDictionary<string, string> ns, IReadOnlyDictionary<string, string> pod) =>
        Namespace.Selects(ns) && Pod.Selects(pod);

    private static DiscoverySelector All(params IReadOnlyList<(string Key, string Operator, IReadOnlyList<string> Values)> asked) =>
        new(LabelSelector.Everything, asked);

    private static (string Key, string Operator, IReadOnlyList<string> Values) In(string key, string value) => (key, "In", [value]);

    private static (string Key, string Operator, IReadOnlyList<string> Values) NotIn(string key, params IReadOnlyList<string> values) =>
        (key, "NotIn", values);

    private static (string Key, string Operator, IReadOnlyList<string> Values) Without(string key) => (key, "DoesNotExist", []);
}
