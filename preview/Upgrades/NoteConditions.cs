using System.Buffers;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Preview.Upgrades;

/// <summary>What the notes look for. Where objects alone do not decide it, a hit is not certain.</summary>
internal static class NoteConditions
{
    private const string GatewayApi = "gateway.networking.k8s.io";
    private const string BundleVersion = "gateway.networking.k8s.io/bundle-version";

    private static readonly SearchValues<char> OfExpressions = SearchValues.Create(".[](){}+?^$|\\");

    // What a log level or an image has no use for, and a template takes for its own.
    private static readonly SearchValues<char> OfYaml = SearchValues.Create("\n\"'{}");

    private static readonly string[] Registries = ["registry.istio.io", "gcr.io/istio-release", "istio-release.storage.googleapis.com"];

    private static readonly string[] Annotations =
    [
        "sidecar.istio.io/agentLogLevel",
        "sidecar.istio.io/bootstrapOverride",
        "sidecar.istio.io/componentLogLevel",
        "sidecar.istio.io/logLevel",
        "sidecar.istio.io/proxyImage",
    ];

    private static readonly string[] ManagedGatewayLabels = [$"{GatewayApi}/gateway-name", "istio.io/gateway-name"];

    private static readonly string[] BackendPolicies =
    [
        $"{GatewayApi}/BackendTLSPolicy",
        "gateway.networking.x-k8s.io/XBackendTrafficPolicy",
    ];

    public static IEnumerable<NoteHit> GatewayApiDefinitions(NoteSubject subject)
    {
        string[] kinds = ["ReferenceGrant", "TLSRoute"];
        var old = subject
            .Objects.Of("apiextensions.k8s.io/CustomResourceDefinition")
            .Where(one => one.Spec["group"].Text == GatewayApi && kinds.Contains(one.Spec["names"]["kind"].Text))
            .Where(one =>
                Version.TryParse(one.Annotations()[BundleVersion].Text?.TrimStart('v').Split('-')[0], out var version)
                && version < new Version(1, 5)
            )
            .ToArray();
        return old.Length > 0
            ? old.Select(one => subject.At(one))
            : kinds.SelectMany(kind => subject.Objects.Of($"{GatewayApi}/{kind}")).Select(one => subject.At(one, isCertain: false));
    }

    public static IEnumerable<NoteHit> HostsOfSeveralNamespaces(NoteSubject subject) =>
        subject.HasSwitchedOff("PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE", "1.30.0")
            ? []
            : from entry in subject.Objects.Of("ServiceEntry")
            from host in entry.Spec["hosts"].Items
            where !Mask.IsIn(host.Text)
            where
                subject
                    .Objects.Of("ServiceEntry")
                    .Any(other => other.Namespace != entry.Namespace && other.Spec["hosts"].Texts().Contains(host.Text))
                || subject
                    .Objects.Of("Service")
                    .Any(service =>
                        service.Namespace != entry.Namespace && ServiceDns.HostOf(service.Name, service.Namespace!) == host.Text
                    )
            select subject.At(entry, host.Path);

    public static IEnumerable<NoteHit> NodeAgents(NoteSubject subject) =>
        from release in subject.Releases
        where release.IsNodeAgent
        select subject.At(release, "");

    public static IEnumerable<NoteHit> ExcludedNamespaces(NoteSubject subject) =>
        from release in subject.Releases
        where release.IsNodeAgent
        let values = Field.From(release.Values)
        from at in new[] { values["excludeNamespaces"], values["cni"]["excludeNamespaces"] }
        where at.HasContent && (values["profile"].Text == "ambient" || values["ambient"]["enabled"].IsTrue)
        select subject.At(release, at.Path, isCertain: false);

    public static IEnumerable<NoteHit> UntaintController(NoteSubject subject) =>
        subject.Environment("PILOT_ENABLE_NODE_UNTAINT_CONTROLLERS") is null ? [] : ControlPlanes(subject);

    public static IEnumerable<NoteHit> SeveralAuthorizers(NoteSubject subject)
    {
        var custom = subject.Objects.Of("AuthorizationPolicy").Where(policy => policy.Spec["action"].Text == "CUSTOM").ToArray();
        return custom.Select(policy => policy.Spec["provider"]["name"].Text).Distinct(StringComparer.Ordinal).Skip(1).Any()
            ? custom.Select(policy => subject.At(policy, "spec.provider", isCertain: false))
            : [];
    }

    public static IEnumerable<NoteHit> ConsistentHashes(NoteSubject subject) =>
        from rule in subject.Objects.Of("DestinationRule")
        from policy in TrafficPolicies(rule)
        where policy["loadBalancer"]["consistentHash"].HasContent && !policy["loadBalancer"]["consistentHash"]["maglev"].Exists
        select subject.At(rule, policy["loadBalancer"]["consistentHash"].Path);

    public static IEnumerable<NoteHit> AutoRegisteredEntries(NoteSubject subject) =>
        from entry in subject.Objects.Of("WorkloadEntry")
        where entry.Annotations()["istio.io/autoRegistrationGroup"].Exists
        where !entry.Labels()["networking.istio.io/tunnel"].Exists && !entry.Spec["labels"]["networking.istio.io/tunnel"].Exists
        select subject.At(entry);

    public static IEnumerable<NoteHit> RemoteSecrets(NoteSubject subject) =>
        from secret in subject.Objects.Of("Secret")
        where secret.Labels()["istio/multiCluster"].Scalar() == "true"
        select subject.At(secret);

    public static IEnumerable<NoteHit> LongProxyVersions(NoteSubject subject) =>
        from filter in subject.Objects.Of("EnvoyFilter")
        from patch in filter.Spec["configPatches"].Items
        let version = patch["match"]["proxy"]["proxyVersion"]
        where version.Text is { Length: > 1024 }
        select subject.At(filter, version.Path);

    public static IEnumerable<NoteHit> EnvoyFilters(NoteSubject subject) =>
        from filter in subject.Objects.Of("EnvoyFilter")
        select subject.At(filter, isCertain: false);

    public static IEnumerable<NoteHit> ConfigurationSources(NoteSubject subject) =>
        MeshKeys(
            subject,
            mesh => mesh["configSources"],
            sources => sources.Items.Any(one => one["address"].Text?.StartsWith("xds://", StringComparison.Ordinal) == true)
        );

    public static IEnumerable<NoteHit> EmptyWorkloadSelectors(NoteSubject subject) =>
        from entry in subject.Objects.Of("ServiceEntry")
        let selector = entry.Spec["workloadSelector"]
        where selector.Exists && !Mask.IsWithin(selector.Value) && !selector["labels"].HasContent
        select subject.At(entry, selector.Path);

    public static IEnumerable<NoteHit> OutlierDetections(NoteSubject subject)
    {
        if (subject.HasSwitchedOff("PILOT_AUTO_SEND_UNHEALTHY_ENDPOINTS", "1.31.0"))
        {
            return [];
        }

        NoteHit[] rules =
        [
            .. from rule in subject.Objects.Of("DestinationRule")
            from policy in TrafficPolicies(rule)
            let detection = policy["outlierDetection"]
            where detection.Exists && detection["minHealthPercent"].Number is null or 0
            select subject.At(rule, detection.Path),
        ];

        // Any service is sent so, and what that comes to is a matter of how ready its pods are.
        return rules.Length > 0 ? rules : [subject.Perhaps()];
    }

    public static IEnumerable<NoteHit> Failovers(NoteSubject subject) =>
        subject.Networks < 2
            ? []
            :
            [
                .. from rule in subject.Objects.Of("DestinationRule")
                from policy in TrafficPolicies(rule)
                let setting = policy["loadBalancer"]["localityLbSetting"]
                where setting["failoverPriority"].HasContent || setting["failover"].HasContent
                select subject.At(rule, setting.Path),
                .. from service in subject.Objects.Of("Service")
                from at in new[] { service.Spec["trafficDistribution"], service.Annotations()["networking.istio.io/traffic-distribution"] }
                where at.HasContent
                select subject.At(service, at.Path),
            ];

    public static IEnumerable<NoteHit> GatewaysOnManagedOnes(NoteSubject subject) =>
        subject.HasSwitchedOff("PILOT_ENABLE_STRICT_GATEWAY_MERGING", "1.31.0")
            ? []
            : from gateway in subject.Objects.Of("Gateway")
            from managed in subject.Objects.Of($"{GatewayApi}/Gateway")
            where managed.Namespace != gateway.Namespace && managed.Spec["addresses"].Items.Count == 0
            from label in ManagedGatewayLabels
            let selected = gateway.Spec["selector"][label]
            where selected.Text == managed.Name
            select subject.At(gateway, selected.Path);

    public static IEnumerable<NoteHit> SubsetsWithoutTls(NoteSubject subject) =>
        subject.Networks < 2
            ? []
            : from rule in subject.Objects.Of("DestinationRule")
            where TrafficPolicies(rule.Spec["trafficPolicy"]).Any(policy => policy["tls"].Exists)
            from subset in rule.Spec["subsets"].Items
            where !TrafficPolicies(subset["trafficPolicy"]).Any(policy => policy["tls"].Exists)
            select subject.At(rule, subset.Path);

    public static IEnumerable<NoteHit> BackendPoliciesBesideRules(NoteSubject subject) =>
        from kind in BackendPolicies
        from policy in subject.Objects.Of(kind)
        from target in policy.Spec["targetRefs"].Items
        from rule in subject.Objects.Of("DestinationRule")
        where rule.Spec["host"].Text is { } host && IsHostOf(host, rule, target["name"].Text, policy.Namespace)
        select subject.At(rule, "spec.trafficPolicy");

    public static IEnumerable<NoteHit> BackendPoliciesWithoutAuthority(NoteSubject subject) =>
        from policy in subject.Objects.Of(BackendPolicies[0])
        from reference in policy.Spec["validation"]["caCertificateRefs"].Items
        let isShown = subject
            .Objects.Of(reference["kind"].Text ?? "ConfigMap", policy.Namespace ?? "default")
            .Any(one => one.Name == reference["name"].Text)
        select subject.At(policy, reference.Path, isCertain: !isShown);

    public static IEnumerable<NoteHit> ControlPlanes(NoteSubject subject)
    {
        NoteHit[] shown =
        [
            .. subject.Releases.Where(release => release.IsControlPlane).Select(release => subject.At(release, "")),
            .. subject.Objects.Of("IstioOperator").Concat(subject.Objects.Of("sailoperator.io/Istio")).Select(one => subject.At(one)),
            .. subject
                .Objects.Of("Deployment")
                .Where(one => one.Name.StartsWith("istiod", StringComparison.Ordinal))
                .Select(one => subject.At(one)),
        ];
        return shown.Length > 0 ? shown : [subject.Perhaps()];
    }

    public static IEnumerable<NoteHit> RetiredRegistries(NoteSubject subject) =>
        [
            .. from release in subject.Releases
            from text in TextsIn(Field.From(release.Values))
            where Registries.Any(registry => text.Text!.Contains(registry, StringComparison.Ordinal))
            select subject.At(release, text.Path),
            .. from release in subject.Releases
            where Registries.Any(registry => release.Chart.Contains(registry, StringComparison.Ordinal))
            select subject.At(release, "chart"),
            .. from manifest in subject.Manifests
            where manifest.Kind is "CronJob" or "DaemonSet" or "Deployment" or "IstioOperator" or "Istio" or "Job" or "Pod" or "StatefulSet"
            from text in TextsIn(manifest.Spec)
            where text.Name is "hub" or "image" && Registries.Any(registry => text.Text!.Contains(registry, StringComparison.Ordinal))
            select subject.At(manifest, text.Path),
        ];

    /// <param name="subject">The cluster.</param>
    /// <param name="key">The key of the mesh configuration.</param>
    /// <param name="isMeant">Which of its values are meant; any by default.</param>
    public static IEnumerable<NoteHit> MeshKeys(NoteSubject subject, Func<Field, Field> key, Func<Field, bool>? isMeant = null) =>
        from config in subject.MeshConfigs
        let given = key(config.Mesh)
        where given.Exists
        let isMasked = Mask.IsWithin(given.Value)
        where isMasked || isMeant?.Invoke(given) != false
        select subject.At(config, given.Path, !isMasked);

    public static IEnumerable<NoteHit> KeyAddresses(NoteSubject subject) =>
        from authentication in subject.Objects.Of("RequestAuthentication")
        from rule in authentication.Spec["jwtRules"].Items
        let uri = rule["jwksUri"]
        where uri.HasContent
        select subject.At(
            authentication,
            uri.Path,
            isCertain: Uri.TryCreate(uri.Text, UriKind.Absolute, out var at) && IsOfTheCloud(at.Host)
        );

    public static IEnumerable<NoteHit> HeaderConditions(NoteSubject subject) =>
        from policy in subject.Objects.Of("AuthorizationPolicy")
        from rule in policy.Spec["rules"].Items
        from condition in rule["when"].Items
        where condition["key"].Text?.StartsWith("request.headers[", StringComparison.Ordinal) == true
        select subject.At(policy, condition.Path);

    public static IEnumerable<NoteHit> ServiceAccountsWithDots(NoteSubject subject) =>
        from source in SourcesOf(subject)
        from name in new[] { "serviceAccounts", "notServiceAccounts" }
        from text in source.From[name].Items
        where text.Text?.Contains('.', StringComparison.Ordinal) == true && !Mask.IsIn(text.Text)
        select subject.At(source.Policy, text.Path);

    public static IEnumerable<NoteHit> NamesAsExpressions(NoteSubject subject) =>
        from source in SourcesOf(subject)
        from name in new[] { "namespaces", "notNamespaces", "principals", "notPrincipals" }
        from text in source.From[name].Items
        let given = text.Text ?? ""
        where !Mask.IsIn(given) && (name.EndsWith("amespaces", StringComparison.Ordinal) || given.StartsWith('*'))
        where given.TrimStart('*').AsSpan().ContainsAny(OfExpressions)
        select subject.At(source.Policy, text.Path);

    public static IEnumerable<NoteHit> HttpServers(NoteSubject subject)
    {
        NoteHit[] servers =
        [
            .. from gateway in subject.Objects.Of("Gateway")
            from server in gateway.Spec["servers"].Items
            where server["port"]["protocol"].Text?.ToUpperInvariant() is "HTTP" or "HTTPS" or "HTTP2" or "GRPC" or "GRPC-WEB"
            select subject.At(gateway, server.Path),
        ];
        return servers.Length > 0 ? servers : [subject.Perhaps()];
    }

    // What a server makes of parameters in a path, and which of the rules Envoy holds as expressions, no object says.
    public static IEnumerable<NoteHit> PoliciesOfPaths(NoteSubject subject) =>
        from policy in subject.Objects.Of("AuthorizationPolicy")
        from rule in policy.Spec["rules"].Items
        from to in rule["to"].Items
        from name in new[] { "paths", "notPaths", "notHosts" }
        let field = to["operation"][name]
        where field.HasContent
        select subject.At(policy, field.Path, isCertain: false);

    public static IEnumerable<NoteHit> InjectedAnnotations(NoteSubject subject) =>
        from manifest in subject.Manifests
        let template = manifest.Kind == "Pod" ? Field.From(manifest.Body) : manifest.Spec["template"]
        from name in Annotations
        let annotation = template["metadata"]["annotations"][name]
        where annotation.HasContent
        select subject.At(
            manifest,
            annotation.Path,
            isCertain: annotation.Text!.AsSpan().ContainsAny(OfYaml) && !Mask.IsIn(annotation.Text)
        );

    private static bool IsOfTheCloud(string host) =>
        host.StartsWith("169.254.", StringComparison.Ordinal) || host is "metadata.google.internal" or "[fd00:ec2::254]";

    private static bool IsHostOf(string host, Manifest rule, string? service, string? ns) =>
        service is not null
        && ns is not null
        && (
            host == ServiceDns.HostOf(service, ns)
            || host == $"{service}.{ns}.svc"
            || host == $"{service}.{ns}"
            || (host == service && rule.Namespace == ns)
        );

    private static IEnumerable<(Manifest Policy, Field From)> SourcesOf(NoteSubject subject) =>
        from policy in subject.Objects.Of("AuthorizationPolicy")
        from rule in policy.Spec["rules"].Items
        from source in rule["from"].Items
        select (policy, source["source"]);

    private static IEnumerable<Field> TrafficPolicies(Manifest rule) =>
        rule.Spec["subsets"]
            .Items.Select(subset => subset["trafficPolicy"])
            .Prepend(rule.Spec["trafficPolicy"])
            .SelectMany(TrafficPolicies);

    private static IEnumerable<Field> TrafficPolicies(Field policy) => policy["portLevelSettings"].Items.Prepend(policy);

    private static IEnumerable<Field> TextsIn(Field field) =>
        field.Text is not null ? [field] : field.Entries.Concat(field.Items).SelectMany(TextsIn);
}
