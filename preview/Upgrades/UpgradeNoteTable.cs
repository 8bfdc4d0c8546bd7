namespace MeshStack.Preview.Upgrades;

/// <summary>What Istio's upgrade notes, change notes and security bulletins tell of 1.29 to 1.31, each with its source and the test that
/// tells whether it is about given objects.</summary>
/// <remarks>A bulletin's versions and words are those of <see cref="SecurityBulletin"/>, where it is about versions that can be
/// installed.</remarks>
internal static class UpgradeNoteTable
{
    private const string Releases = "https://istio.io/latest/news/releases/";
    private const string Notes130 = Releases + "1.30.x/announcing-1.30/upgrade-notes/";
    private const string Notes131 = Releases + "1.31.x/announcing-1.31/upgrade-notes/";
    private const string Changes130 = Releases + "1.30.x/announcing-1.30/change-notes/";
    private const string Changes131 = Releases + "1.31.x/announcing-1.31/change-notes/";
    private const string Security = "https://istio.io/latest/news/security/";

    /// <summary>All of them: what changes, by version, then the flaws.</summary>
    public static IReadOnlyList<UpgradeNote> All { get; } =
    [
        Change(
            "gateway-api-crds",
            "the Gateway API's definitions have to be of 1.5 before istiod is: TLSRoutes and ReferenceGrants of older ones are not seen",
            Notes130,
            NoteConditions.GatewayApiDefinitions,
            "1.30.0"
        ),
        Change(
            "host-of-several-namespaces",
            "where several namespaces have a host, a sidecar takes the Service, else the oldest entry, and no longer the first by name",
            Notes130,
            NoteConditions.HostsOfSeveralNamespaces,
            "1.30.0"
        ),
        Change(
            "cni-file-mode",
            "the node agent writes its configuration readable for root alone (0600)",
            Notes130,
            NoteConditions.NodeAgents,
            "1.30.0"
        ),
        Change(
            "cni-excluded-namespaces",
            "the node agent takes pods of excludeNamespaces out of an ambient mesh, which it left in it before",
            Notes130,
            NoteConditions.ExcludedNamespaces,
            "1.30.0"
        ),
        Change(
            "untaint-controller",
            "taint.enabled alone turns the untaint controller on; the variable beside it is of no use any more",
            Notes130,
            NoteConditions.UntaintController,
            "1.30.0"
        ),
        Change(
            "custom-authorizers",
            "a workload may have several external authorizers, where istiod is told so",
            Changes130,
            NoteConditions.SeveralAuthorizers,
            "1.30.0"
        ),
        Change(
            "ring-hash-after-scaling",
            "consistentHash sends to endpoints that come later, which a flaw of Envoy kept from it",
            Releases + "1.30.x/announcing-1.30.1/",
            NoteConditions.ConsistentHashes,
            "1.30.1"
        ),
        Change(
            "auto-registered-hbone",
            "a WorkloadEntry that was registered before keeps its plain text in an ambient mesh, until it registers again",
            Notes131,
            NoteConditions.AutoRegisteredEntries,
            "1.29.6",
            "1.30.3"
        ),
        Change(
            "remote-secret-rotation",
            "a remote secret may change: before, istiod lost the endpoints of that cluster until a restart",
            "https://github.com/istio/istio/issues/61043",
            NoteConditions.RemoteSecrets,
            "1.30.4"
        ),
        Change(
            "envoyfilter-proxy-version",
            "an EnvoyFilter whose proxyVersion is longer than 1024 characters is refused",
            Security + "istio-security-2026-006/",
            NoteConditions.LongProxyVersions,
            "1.29.7",
            "1.30.4"
        ),
        Change(
            "configuration-over-xds",
            "who reads configuration from istiod over XDS has to show the identity of a control plane",
            Notes131,
            NoteConditions.ConfigurationSources,
            "1.29.7",
            "1.30.4"
        ),
        Change(
            "empty-workload-selector",
            "a ServiceEntry whose workloadSelector is empty selects no workload; before, it took all of its namespace",
            Releases + "1.31.x/announcing-1.31.1/",
            NoteConditions.EmptyWorkloadSelectors,
            "1.30.5",
            "1.31.1"
        ),
        Change(
            "unhealthy-endpoints",
            "proxies are sent endpoints that are not ready too, unless outlierDetection.minHealthPercent is set",
            Notes131,
            NoteConditions.OutlierDetections,
            "1.31.0"
        ),
        Change(
            "failover-prefers-the-network",
            "of endpoints in other networks those of the own region and zone come first; before, all of them came last alike",
            Changes131,
            NoteConditions.Failovers,
            "1.31.0"
        ),
        Change(
            "strict-gateway-merging",
            "a Gateway of another namespace no longer opens ports of a gateway that the Gateway API made",
            Changes131,
            NoteConditions.GatewaysOnManagedOnes,
            "1.31.0"
        ),
        Change(
            "subset-tls",
            "a subset without tls has its DestinationRule's where endpoints of other networks are chosen",
            Changes131,
            NoteConditions.SubsetsWithoutTls,
            "1.31.0"
        ),
        Change(
            "destination-rule-before-backend-policy",
            "a DestinationRule comes before a BackendTLSPolicy or XBackendTrafficPolicy for the same host, field by field",
            Changes131,
            NoteConditions.BackendPoliciesBesideRules,
            "1.31.0"
        ),
        Change(
            "spans-of-gateways",
            "PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY is gone: gateways always have a span of their own per request",
            Notes131,
            subject => subject.Environment("PILOT_SPAWN_UPSTREAM_SPAN_FOR_GATEWAY") is null ? [] : NoteConditions.ControlPlanes(subject),
            "1.31.0"
        ),
        Change(
            "registries",
            "registry.istio.io, gcr.io/istio-release and istio-release.storage.googleapis.com do not have it, and go in December 2026",
            Notes131,
            NoteConditions.RetiredRegistries,
            "1.31.0"
        ),
        Change(
            "default-traffic-policy",
            "meshConfig.defaultTrafficPolicy counts: connectionPool and outlierDetection of every service that has none",
            Changes131,
            subject => NoteConditions.MeshKeys(subject, mesh => mesh["defaultTrafficPolicy"]),
            "1.31.0"
        ),
        Change(
            "service-entry-visibility",
            "meshConfig.serviceEntryVisibility counts: it says who sees the hosts of ServiceEntries",
            Changes131,
            subject => NoteConditions.MeshKeys(subject, mesh => mesh["serviceEntryVisibility"]),
            "1.31.0"
        ),
        Change(
            "dynamic-dns",
            "outboundTrafficPolicy ALLOW_ANY_DYNAMIC_DNS counts: HTTP to unknown hosts is resolved by its Host header",
            Changes131,
            subject =>
                NoteConditions.MeshKeys(
                    subject,
                    mesh => mesh["outboundTrafficPolicy"]["mode"],
                    mode => mode.Text == "ALLOW_ANY_DYNAMIC_DNS"
                ),
            "1.31.0"
        ),
        Change(
            "zone-aware-balancing",
            "meshConfig.zoneAwareLbSetting counts: requests stay in their zone while it has room",
            Changes131,
            subject => NoteConditions.MeshKeys(subject, mesh => mesh["zoneAwareLbSetting"]),
            "1.31.0"
        ),
        Flaw(
            "ISTIO-SECURITY-2026-001",
            [("1.29.0", "1.29.1")],
            "tokens can be forged while a jwksUri cannot be fetched, and a header that comes twice gets around a policy",
            Security + "istio-security-2026-001/",
            subject =>
                [
                    .. NoteConditions.KeyAddresses(subject).Select(hit => hit with { IsCertain = true }),
                    .. NoteConditions.HeaderConditions(subject),
                ]
        ),
        Flaw(
            "ISTIO-SECURITY-2026-003",
            [("1.29.0", "1.29.2")],
            "a dot in serviceAccounts of a policy stands for any character",
            Security + "istio-security-2026-003/",
            NoteConditions.ServiceAccountsWithDots
        ),
        Flaw(
            "names as expressions",
            [("1.29.0", "1.29.3")],
            "a dot or bracket in namespaces, or in a principal that begins with *, is read as a regular expression",
            "https://github.com/istio/istio/issues/59992",
            NoteConditions.NamesAsExpressions
        ),
        Bulletin("ISTIO-SECURITY-2026-004", ("1.29.0", "1.29.4"), NoteConditions.HttpServers),
        Bulletin("ISTIO-SECURITY-2026-005", ("1.29.4", "1.29.6"), subject => [subject.Perhaps()]),
        Bulletin(
            "ISTIO-SECURITY-2026-006",
            ("1.29.0", "1.29.7"),
            subject => [.. NoteConditions.EnvoyFilters(subject), .. NoteConditions.PoliciesOfPaths(subject)]
        ),
        Bulletin("GHSA-qm8v-g4f9-qhjx", null, NoteConditions.BackendPoliciesWithoutAuthority),
        Bulletin("template injection by annotations", null, NoteConditions.InjectedAnnotations),
        Bulletin(
            "remote secrets in istioctl",
            null,
            subject => NoteConditions.RemoteSecrets(subject).Select(hit => hit with { IsCertain = false })
        ),
        Bulletin("request forgery by jwksUri", null, NoteConditions.KeyAddresses),
    ];

    private static UpgradeNote Change(
        string id,
        string about,
        string source,
        Func<NoteSubject, IEnumerable<NoteHit>> test,
        params string[] since
    ) => new(id, IsFlaw: false, [.. since.Select(version => (version, (string?)null))], about, source, test);

    private static UpgradeNote Flaw(
        string id,
        IReadOnlyList<(string, string?)> ranges,
        string about,
        string source,
        Func<NoteSubject, IEnumerable<NoteHit>> test
    ) => new(id, IsFlaw: true, ranges, about, source, test);

    /// <param name="id">The bulletin.</param>
    /// <param name="ended">Its range in 1.29, which cannot be installed any more.</param>
    /// <param name="test">What it is about.</param>
    private static UpgradeNote Bulletin(string id, (string, string?)? ended, Func<NoteSubject, IEnumerable<NoteHit>> test)
    {
        SecurityBulletin[] known = [.. SecurityBulletin.All.Where(bulletin => bulletin.Id == id)];
        return new(
            id,
            IsFlaw: true,
            [.. ended is { } range ? new[] { range } : [], .. known.Select(bulletin => (bulletin.First, (string?)bulletin.FixedIn))],
            known[0].Summary,
            known[^1].Source,
            test
        );
    }
}
