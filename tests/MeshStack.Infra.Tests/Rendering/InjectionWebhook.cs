using MeshStack.Manifests;
using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.Infra.Tests.Rendering;

/// <summary>One webhook that injects proxies: which pods it is asked for, and who answers.</summary>
/// <param name="Url">Where it is answered, outside of the cluster.</param>
/// <param name="Namespace">Namespace of the service that answers, without one.</param>
/// <param name="Service">The service.</param>
/// <param name="Namespaces">What holds of the namespace's labels.</param>
/// <param name="Objects">What holds of the pod's labels.</param>
internal sealed record InjectionWebhook(
    string? Url,
    string? Namespace,
    string? Service,
    IReadOnlyList<InjectionWebhook.Term> Namespaces,
    IReadOnlyList<InjectionWebhook.Term> Objects
)
{
    private const string Revision = "istio.io/rev";
    private const string Enabled = "istio-injection";
    private const string Inject = "sidecar.istio.io/inject";

    /// <summary>One requirement of a label selector.</summary>
    public sealed record Term(string Key, string Operator, params string[] Values)
    {
        public bool Holds(Map labels) =>
            (Operator, labels.GetValueOrDefault(Key) as string) switch
            {
                ("In", { } value) => Values.Contains(value),
                ("NotIn", { } value) => !Values.Contains(value),
                ("NotIn" or "DoesNotExist", null) => true,
                _ => false,
            };
    }

    /// <summary>Whether the webhook is asked for a pod.</summary>
    public bool Matches(Map ns, Map pod) => Namespaces.All(t => t.Holds(ns)) && Objects.All(t => t.Holds(pod));

    /// <summary>The webhooks that the chart istiod makes for a revision; two of them serve what names none, and belong to the default
    /// one.</summary>
    public static IEnumerable<InjectionWebhook> OfRevision(string revision, string? url, string ns, string service)
    {
        yield return Of([new(Revision, "In", revision), new(Enabled, "DoesNotExist")], [new(Inject, "NotIn", "false")]);
        yield return Of(
            [new(Revision, "DoesNotExist"), new(Enabled, "DoesNotExist")],
            [new(Inject, "NotIn", "false"), new(Revision, "In", revision)]
        );
        if (revision == "default")
        {
            yield return Of([new(Enabled, "In", "enabled")], [new(Inject, "NotIn", "false")]);
            yield return Of(
                [new(Enabled, "DoesNotExist"), new(Revision, "DoesNotExist")],
                [new(Inject, "In", "true"), new(Revision, "DoesNotExist")]
            );
        }

        InjectionWebhook Of(IReadOnlyList<Term> namespaces, IReadOnlyList<Term> objects) =>
            new(url, url is null ? ns : null, url is null ? service : null, namespaces, objects);
    }

    /// <summary>The webhooks of an object.</summary>
    public static IEnumerable<InjectionWebhook> From(Manifest manifest) =>
        ((IEnumerable<object?>)manifest.Body.At("webhooks")!)
            .Cast<Map>()
            .Select(w => new InjectionWebhook(
                w.At("clientConfig", "url") as string,
                w.At("clientConfig", "service", "namespace") as string,
                w.At("clientConfig", "service", "name") as string,
                Terms(w.At("namespaceSelector", "matchExpressions")),
                Terms(w.At("objectSelector", "matchExpressions"))
            ));

    private static List<Term> Terms(object? expressions) =>
        [
            .. ((IEnumerable<object?>)expressions!)
                .Cast<Map>()
                .Select(e => new Term(
                    (string)e["key"]!,
                    (string)e["operator"]!,
                    [.. (e.GetValueOrDefault("values") as IEnumerable<object?> ?? []).Cast<string>()]
                )),
        ];
}
