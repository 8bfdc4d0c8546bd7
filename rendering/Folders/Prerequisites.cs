namespace MeshStack.Rendering.Folders;

/// <summary>What the objects and releases of a recording name and nothing in it makes: somebody has to, or a step waits in vain.</summary>
internal static class Prerequisites
{
    /// <summary>One sentence each, in the order of the steps.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<RenderingStep> steps) =>
        [
            .. steps
                .SelectMany(step => PullSecrets(step, steps).Concat(Certificates(step, steps)).Concat(HostNames(step, steps)))
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> PullSecrets(RenderingStep step, IReadOnlyList<RenderingStep> steps) =>
        from release in step.Releases
        let values = Field.From(release.Values)
        from item in values["imagePullSecrets"].Items.Concat(values["global"]["imagePullSecrets"].Items)
        let name = item.Text ?? item["name"].Text
        where name is not null && !IsMade(name, release.Namespace, step, steps)
        select $"In {RenderingReadme.Plain(step.Cluster.Name)}, before step {step.Number}: the Secret {RenderingReadme.Code(name)} in "
            + $"namespace {RenderingReadme.Plain(release.Namespace)}, by which images are pulled.";

    private static IEnumerable<string> Certificates(RenderingStep step, IReadOnlyList<RenderingStep> steps) =>
        from gateway in step.Objects.Concat(step.Incomplete)
        where gateway is { Kind: "Gateway", Group: "networking.istio.io" }
        from server in gateway.Spec["servers"].Items
        let tls = server["tls"]
        from name in tls["credentialNames"].Items.Append(tls["credentialName"]).Select(field => field.Text).OfType<string>()
        where !IsMade(name, null, step, steps)
        select $"In {RenderingReadme.Plain(step.Cluster.Name)}: the Secret {RenderingReadme.Code(name)} with the certificate for "
            + $"{string.Join(", ", server["hosts"].Items.Select(host => RenderingReadme.Code(host.Text ?? "")))}, in the namespace of "
            + "the gateway's pods.";

    private static IEnumerable<string> HostNames(RenderingStep step, IReadOnlyList<RenderingStep> steps) =>
        from release in step.Releases
        let url = Field.From(release.Values)["istiodRemote"]["injectionURL"].Text
        where url is not null && Uri.TryCreate(url, UriKind.Absolute, out _)
        let host = new Uri(url).Host
        let gateway = steps.FirstOrDefault(other => other.Objects.Any(one => IsServed(host, one)))
        where gateway is not null
        select $"Before step {step.Number}: the DNS name {RenderingReadme.Code(host)}, which leads to the load balancer of the gateway "
            + $"that {RenderingReadme.Plain(gateway.Cluster.Name)} got for istiod.";

    private static bool IsServed(string host, Manifest manifest) =>
        manifest is { Kind: "Gateway", Group: "networking.istio.io" }
        && manifest.Spec["servers"].Items.Any(server => server["hosts"].Items.Any(one => one.Text == host));

    private static bool IsMade(string name, string? ns, RenderingStep at, IReadOnlyList<RenderingStep> steps) =>
        steps
            .Where(step => step.Cluster.Name == at.Cluster.Name)
            .SelectMany(step => step.Objects.Concat(step.Incomplete))
            .Any(one => one.Kind == "Secret" && one.Name == name && (ns is null || one.Namespace == ns));
}
