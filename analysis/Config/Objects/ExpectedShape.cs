namespace MeshStack.Analysis.Config.Objects;

/// <summary>The shape of one field of a kind of object.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Path">The path; <c>[]</c> stands for every item of a list.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Known">The fields of an object that has no others; null where others do no harm.</param>
internal sealed record ExpectedShape(string Kind, string Path, ManifestShape Shape, IReadOnlyList<string>? Known = null)
{
    /// <summary>The fields that the evaluation reads.</summary>
    public static ILookup<string, ExpectedShape> ByKind { get; } = Rows().ToLookup(row => row.Kind, StringComparer.Ordinal);

    private static IEnumerable<ExpectedShape> Rows() =>
        [
            .. OfPolicies(),
            new("PeerAuthentication", "spec.mtls", ManifestShape.Object),
            new("PeerAuthentication", "spec.mtls.mode", ManifestShape.Text),
            new("PeerAuthentication", "spec.portLevelMtls", ManifestShape.Object),
            new("PeerAuthentication", "spec.selector.matchLabels", ManifestShape.Object),
            new("RequestAuthentication", "spec.jwtRules", ManifestShape.Objects),
            new("RequestAuthentication", "spec.jwtRules[].issuer", ManifestShape.Text),
            new("RequestAuthentication", "spec.jwtRules[].audiences", ManifestShape.Texts),
            new("RequestAuthentication", "spec.selector.matchLabels", ManifestShape.Object),
            new("VirtualService", "spec.hosts", ManifestShape.Texts),
            new("VirtualService", "spec.gateways", ManifestShape.Texts),
            new("VirtualService", "spec.exportTo", ManifestShape.Texts),
            new("VirtualService", "spec.http", ManifestShape.Objects),
            new("VirtualService", "spec.http[].match", ManifestShape.Objects),
            new("VirtualService", "spec.http[].route", ManifestShape.Objects),
            new("VirtualService", "spec.http[].route[].destination", ManifestShape.Object),
            new("VirtualService", "spec.http[].route[].weight", ManifestShape.Integer),
            new("VirtualService", "spec.tls", ManifestShape.Objects),
            new("VirtualService", "spec.tcp", ManifestShape.Objects),
            new("DestinationRule", "spec.host", ManifestShape.Text),
            new("DestinationRule", "spec.exportTo", ManifestShape.Texts),
            new("DestinationRule", "spec.subsets", ManifestShape.Objects),
            new("DestinationRule", "spec.subsets[].labels", ManifestShape.Object),
            new("DestinationRule", "spec.trafficPolicy", ManifestShape.Object),
            new("DestinationRule", "spec.trafficPolicy.tls", ManifestShape.Object),
            new("DestinationRule", "spec.trafficPolicy.portLevelSettings", ManifestShape.Objects),
            new("Gateway", "spec.selector", ManifestShape.Object),
            new("Gateway", "spec.servers", ManifestShape.Objects),
            new("Gateway", "spec.servers[].hosts", ManifestShape.Texts),
            new("Gateway", "spec.servers[].port", ManifestShape.Object),
            new("Gateway", "spec.servers[].port.number", ManifestShape.Integer),
            new("Gateway", "spec.servers[].tls", ManifestShape.Object),
            new("ServiceEntry", "spec.hosts", ManifestShape.Texts),
            new("ServiceEntry", "spec.addresses", ManifestShape.Texts),
            new("ServiceEntry", "spec.exportTo", ManifestShape.Texts),
            new("ServiceEntry", "spec.ports", ManifestShape.Objects),
            new("ServiceEntry", "spec.ports[].number", ManifestShape.Integer),
            new("ServiceEntry", "spec.endpoints", ManifestShape.Objects),
            new("Sidecar", "spec.egress", ManifestShape.Objects),
            new("Sidecar", "spec.egress[].hosts", ManifestShape.Texts),
            new("Sidecar", "spec.ingress", ManifestShape.Objects),
            new("Sidecar", "spec.outboundTrafficPolicy", ManifestShape.Object),
            new("Service", "spec.ports", ManifestShape.Objects),
            new("Service", "spec.ports[].port", ManifestShape.Integer),
            new("Service", "spec.selector", ManifestShape.Object),
            new("Service", "spec.externalIPs", ManifestShape.Texts),
            .. new[] { "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" }.SelectMany(kind =>
                new ExpectedShape[]
                {
                    new(kind, "spec.template", ManifestShape.Object),
                    new(kind, "spec.template.metadata.labels", ManifestShape.Object),
                    new(kind, "spec.template.spec.containers", ManifestShape.Objects),
                }
            ),
            new("Pod", "spec.containers", ManifestShape.Objects),
            new("Pod", "metadata.labels", ManifestShape.Object),
        ];

    // A field that istiod does not know is dropped, and a rule without fields matches everything.
    private static IEnumerable<ExpectedShape> OfPolicies()
    {
        const string Kind = "AuthorizationPolicy";
        string[] source =
        [
            "principals",
            "requestPrincipals",
            "namespaces",
            "serviceAccounts",
            "trustDomains",
            "ipBlocks",
            "remoteIpBlocks",
        ];
        string[] operation = ["hosts", "methods", "paths", "ports"];
        yield return new(Kind, "spec", ManifestShape.Object, ["selector", "targetRef", "targetRefs", "rules", "action", "provider"]);
        yield return new(Kind, "spec.selector", ManifestShape.Object, ["matchLabels"]);
        yield return new(Kind, "spec.selector.matchLabels", ManifestShape.Object);
        yield return new(Kind, "spec.targetRefs", ManifestShape.Objects);
        yield return new(Kind, "spec.action", ManifestShape.Text);
        yield return new(Kind, "spec.rules", ManifestShape.Objects);
        yield return new(Kind, "spec.rules[]", ManifestShape.Object, ["from", "to", "when"]);
        yield return new(Kind, "spec.rules[].from", ManifestShape.Objects);
        yield return new(Kind, "spec.rules[].from[]", ManifestShape.Object, ["source"]);
        yield return new(Kind, "spec.rules[].from[].source", ManifestShape.Object, WithNegations(source));
        yield return new(Kind, "spec.rules[].to", ManifestShape.Objects);
        yield return new(Kind, "spec.rules[].to[]", ManifestShape.Object, ["operation"]);
        yield return new(Kind, "spec.rules[].to[].operation", ManifestShape.Object, WithNegations(operation));
        yield return new(Kind, "spec.rules[].when", ManifestShape.Objects);
        yield return new(Kind, "spec.rules[].when[]", ManifestShape.Object, ["key", "values", "notValues"]);
        yield return new(Kind, "spec.rules[].when[].key", ManifestShape.Text);
        foreach (
            var path in WithNegations(source)
                .Select(field => $"from[].source.{field}")
                .Concat(WithNegations(operation).Select(field => $"to[].operation.{field}"))
                .Concat(["when[].values", "when[].notValues"])
        )
        {
            yield return new(Kind, $"spec.rules[].{path}", ManifestShape.Texts);
        }
    }

    private static string[] WithNegations(string[] fields) =>
        [.. fields, .. fields.Select(field => $"not{char.ToUpperInvariant(field[0])}{field[1..]}")];
}
