namespace MeshStack.Definition;

/// <summary>What a mesh can and cannot have, as far as one cluster alone does not show it.</summary>
internal static class MeshRules
{
    public static IEnumerable<ArgsProblem> Check(MeshSettings settings)
    {
        var plan = MeshPlan.From(settings);
        if (!MeshTopologies.All.Contains(settings.Topology))
        {
            return
            [
                ArgsProblem.NotAllowed("topology", settings.Topology, "a topology", MeshTopologies.All),
                .. Members(settings),
                .. Contexts(settings),
                .. SharedAddresses.Check(settings),
                .. Renamed(settings),
                .. Namespaces(settings, plan),
            ];
        }

        return
        [
            .. settings.TrustDomain is { } domain && !KubernetesNames.IsSubdomain(domain)
                ? [new ArgsProblem("trustDomain", $"'{domain}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots)")]
                : Array.Empty<ArgsProblem>(),
            .. !SidecarScope.All.Contains(settings.SidecarScope)
                ? [ArgsProblem.NotAllowed("sidecarScope", settings.SidecarScope, "a scope of sidecars", SidecarScope.All)]
                : Array.Empty<ArgsProblem>(),
            .. Members(settings),
            .. Contexts(settings),
            .. SharedAddresses.Check(settings),
            .. Renamed(settings),
            .. WithoutEffect(settings, plan),
            .. NearMisses(settings),
            .. DiscoveryRules.Check(settings, plan),
            .. Roles(settings, plan),
            .. ExistingMeshRules.Check(settings, plan),
            .. plan.Clusters.Keys.SelectMany(name => ApiServer(settings, plan, name)),
            .. plan.Clusters.Values.SelectMany(cluster => Gateways(settings, plan, cluster)),
            .. plan.Clusters.Values.SelectMany(cluster => Ambient(settings, cluster)),
            .. plan.Clusters.Values.SelectMany(cluster => Mirror(settings, cluster)),
            .. ClusterTrustRules.Check(settings, plan),
            .. Namespaces(settings, plan),
        ];
    }

    /// <summary>What is wrong with a cluster alone.</summary>
    private static IEnumerable<ArgsProblem> Members(MeshSettings settings) =>
        from member in settings.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal)
        from problem in member.Value.Cluster.Problems().Concat(member.Value.Install.Problems())
        select problem with
        {
            Path = $"clusters.{member.Key}.{problem.Path}",
        };

    /// <summary>Two clusters that are one: a context is copied more easily than changed.</summary>
    private static IEnumerable<ArgsProblem> Contexts(MeshSettings settings) =>
        from same in settings
            .Clusters.OrderBy(c => c.Key, StringComparer.Ordinal)
            .GroupBy(c => (c.Value.Cluster.Context, KubeConfig: Told(c.Value.Cluster.KubeConfig)))
        where same.Key is not (null, null)
        from again in same.Skip(1)
        select new ArgsProblem(
            $"clusters.{again.Key}.{(same.Key.Context is null ? "kubeConfig" : "context")}",
            $"{(same.Key.Context is { } context ? $"'{context}' is the context" : "this is the kubeconfig")} of {same.First().Key} too: "
                + "both would be installed into one cluster; give each its own"
        );

    private static IEnumerable<ArgsProblem> Renamed(MeshSettings settings) =>
        Renames
            .Problems([
                .. settings
                    .Clusters.OrderBy(c => c.Key, StringComparer.Ordinal)
                    .Select(c => ($"clusters.{c.Key}.renamedFrom", c.Key, c.Value.Cluster.RenamedFrom)),
            ])
            .Select(problem => new ArgsProblem(problem.Of, problem.Message));

    /// <summary>Keys that mean something in other topologies only.</summary>
    private static IEnumerable<ArgsProblem> WithoutEffect(MeshSettings settings, MeshPlan plan)
    {
        if (settings is { TrustDomain: not null, Topology: MeshTopologies.Federated })
        {
            yield return ArgsProblem.Warning(
                "trustDomain",
                "has no effect in a federated mesh, where every cluster has a trust domain of its own: its trustDomain, else its domain; "
                    + "remove it"
            );
        }

        foreach (var (name, member) in settings.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var role = plan.Clusters[name].Role;
            if (member.Cluster.ApiServer is not null && !plan.Clusters.Keys.Any(plan.IsReadByOthers) && !HaveApiServers(settings, null))
            {
                yield return ArgsProblem.WithoutEffect(
                    $"clusters.{name}.apiServer",
                    "it is for the istiods of other clusters, and here each reads its own API server alone"
                );
            }

            if (member.ExternalIstiod is not null && role != MeshRoles.External && !IsKept(settings, name))
            {
                yield return ArgsProblem.WithoutEffect(
                    $"clusters.{name}.externalIstiod",
                    $"it is for the cluster that hosts an external control plane, and {name} is {role} in the topology {settings.Topology}"
                );
            }

            var isChosen = settings.Topology == MeshTopologies.PrimaryRemote && role == MeshRoles.Remote;
            if (member.Primary is not null && !isChosen)
            {
                yield return ArgsProblem.WithoutEffect(
                    $"clusters.{name}.primary",
                    $"it is for a remote in a primary-remote mesh, and {name} is {role} in a {settings.Topology} one"
                );
            }
        }
    }

    // What another topology needs is kept where all of it is given: then one line switches to it.
    private static bool IsKept(MeshSettings settings, string hosting) =>
        settings.Topology != MeshTopologies.ExternalControlPlane
        && settings.Clusters.Count(c => c.Value.ExternalIstiod is not null) == 1
        && HaveApiServers(settings, except: hosting);

    private static bool HaveApiServers(MeshSettings settings, string? except) =>
        settings.Clusters.Count > 1 && settings.Clusters.All(c => c.Key == except || c.Value.Cluster.ApiServer is not null);

    /// <summary>What tells a text from others before it is known: where it comes from.</summary>
    private static string? Told(TextValue? text) =>
        text is null ? null : text.Known ?? string.Join(' ', text.Needs.Select(late => late.Name).Order(StringComparer.Ordinal));

    /// <summary>Names that clusters share by being the same, and that are nearly the same.</summary>
    private static IEnumerable<ArgsProblem> NearMisses(MeshSettings settings)
    {
        var networks = settings
            .Clusters.Where(c => c.Value.Cluster.Network is not null)
            .OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (Cluster: c.Key, Network: c.Value.Cluster.Network!))
            .ToList();
        return from one in networks
            from other in networks.TakeWhile(o => o.Cluster != one.Cluster)
            where NearMiss.Of(one.Network, other.Network)
            select ArgsProblem.Warning(
                $"clusters.{one.Cluster}.network",
                $"'{one.Network}' is nearly the network of {other.Cluster}, and another one; did you mean {other.Network}?"
            );
    }

    private static IEnumerable<ArgsProblem> Roles(MeshSettings settings, MeshPlan plan)
    {
        var allowed = MeshRoles.Of(settings.Topology);
        foreach (var (name, member) in settings.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var path = $"clusters.{name}";
            if (member.Role is { } role && !MeshRoles.All.Contains(role))
            {
                yield return ArgsProblem.NotAllowed($"{path}.role", role, "a role", MeshRoles.All);
            }
            else if (member.Role is { } foreign && !allowed.Contains(foreign))
            {
                yield return ArgsProblem.Warning(
                    $"{path}.role",
                    $"{foreign} has no meaning in a {settings.Topology} mesh; {name} is {plan.Clusters[name].Role} there"
                );
            }

            if (
                member.Primary is { } primary
                && settings.Topology == MeshTopologies.PrimaryRemote
                && plan.Clusters.GetValueOrDefault(primary) is not { Role: MeshRoles.Primary }
            )
            {
                var primaries = plan.Clusters.Values.Where(c => c.Role == MeshRoles.Primary).Select(c => c.Identity.Name).ToList();
                yield return ArgsProblem.NotAllowed($"{path}.primary", primary, "a primary cluster", primaries);
            }

            if (plan.Clusters[name].Role == MeshRoles.External)
            {
                foreach (
                    var problem in member.ExternalIstiod?.Problems($"{path}.externalIstiod", member.Install)
                        ??
                        [
                            new ArgsProblem(
                                $"{path}.externalIstiod",
                                "required with an external control plane: {host: DNS-NAME, credentialName: SECRET}, where the other "
                                    + "clusters find it"
                            ),
                        ]
                )
                {
                    yield return problem;
                }
            }
        }

        foreach (var role in new[] { MeshRoles.External, MeshRoles.Config })
        {
            foreach (var again in plan.Clusters.Values.Where(c => c.Role == role).Skip(1))
            {
                yield return new(
                    $"clusters.{again.Identity.Name}.role",
                    $"{plan.Clusters.Values.First(c => c.Role == role).Identity.Name} is {role} already; a mesh has one"
                );
            }
        }

        foreach (
            var served in plan.Clusters.Values.Where(c =>
                c.SystemNamespace == IstioNamespaces.External && settings.Clusters[c.Identity.Name].Install.Revisions.Count > 1
            )
        )
        {
            yield return new(
                $"clusters.{served.Identity.Name}.revisions",
                "an external control plane serves with one revision; with several side by side, let a primary serve"
            );
        }

        if (
            settings.Topology == MeshTopologies.ExternalControlPlane
            && plan.Clusters.Count > 0
            && plan.Clusters.Values.All(c => c.Role != MeshRoles.Config)
        )
        {
            yield return new("clusters", "an external control plane needs a second cluster, which it serves");
        }

        if (
            settings.Topology == MeshTopologies.PrimaryRemote
            && plan.Clusters.Count > 0
            && plan.Clusters.Values.All(c => c.Role != MeshRoles.Primary)
        )
        {
            yield return new("clusters", "every cluster is remote: one has to be primary");
        }
    }

    private static IEnumerable<ArgsProblem> ApiServer(MeshSettings settings, MeshPlan plan, string name)
    {
        var path = $"clusters.{name}.apiServer";
        if (settings.Clusters[name].Cluster.ApiServer is not { } server)
        {
            if (plan.IsReadByOthers(name))
            {
                yield return new(
                    path,
                    "required: istiod of another cluster reads this API server, so its address has to be reachable from a pod there, "
                        + "such as https://10.0.0.1:6443"
                );
            }

            yield break;
        }

        var isAddress = Uri.TryCreate(server, UriKind.Absolute, out var uri);
        if (server.Contains('@', StringComparison.Ordinal))
        {
            // Not quoted: what stands there is likely a password.
            yield return new(
                path,
                "the address names a user: istiod shows a token of its own, so give the address alone, such as https://10.0.0.1:6443"
            );
        }
        else if (!isAddress || uri!.Scheme != Uri.UriSchemeHttps || uri.Query.Length > 0)
        {
            yield return new(path, $"'{server}' is not an address of an API server, such as https://10.0.0.1:6443");
        }
        else if (AddressRules.Unreachable(uri.Host.Trim('[', ']')) is { } why)
        {
            yield return new(path, $"'{server}': {uri.Host} {why}; give the address that pods of other clusters reach");
        }
    }

    private static IEnumerable<ArgsProblem> Gateways(MeshSettings settings, MeshPlan plan, ClusterPlan cluster)
    {
        var name = cluster.Identity.Name;
        if (settings.Clusters[name].Install.EastWest is { } eastWest)
        {
            if (
                settings.Topology == MeshTopologies.PrimaryRemote
                && plan.ServedFrom(name).Any()
                && eastWest.Address?.Known is { } address
                && !GatewayAddress.IsIp(address)
            )
            {
                yield return new(
                    $"clusters.{name}.eastWest.address",
                    $"'{address}' leads to the istiod that serves "
                        + $"{string.Join(" and ", plan.ServedFrom(name).Select(c => c.Identity.Name))}: {GatewayAddress.OnlyIp}"
                );
            }

            if (
                eastWest is { ServiceType: not GatewayInstallSettings.LoadBalancer, Address.Known: { } host }
                && !GatewayAddress.IsIp(host)
                && plan.Clusters.Values.Any(other =>
                    other.DiscoversServicesOf.Contains(name) && other.Identity.Network != cluster.Identity.Network
                )
            )
            {
                yield return new(
                    $"clusters.{name}.eastWest.address",
                    $"'{host}': the istiods of other networks know a gateway by the addresses of its Service, and one of type "
                        + $"{eastWest.ServiceType} lists IP addresses alone (externalIPs): give an IP address, or serviceType: LoadBalancer"
                );
            }

            yield break;
        }

        if (settings.Topology == MeshTopologies.PrimaryRemote && plan.ServedFrom(name).Any())
        {
            yield return new(
                $"clusters.{name}.eastWest",
                "required: without an east-west gateway there is no way to the control plane for "
                    + $"{string.Join(" and ", plan.ServedFrom(name).Select(c => c.Identity.Name))}"
            );
        }
        else if (
            cluster.SpansNetworks
            && cluster.DiscoversServicesOf.All(f =>
                settings.Clusters[f].Install.EastWest is null || plan.Clusters[f].Identity.Network != cluster.Identity.Network
            )
        )
        {
            yield return new(
                $"clusters.{name}.eastWest",
                $"required: network {cluster.Identity.Network} has no gateway through which the other networks could call in"
            );
        }
    }

    /// <summary>Ambient proxies find services of other clusters through Gateways of a class of their own, which are not made
    /// here.</summary>
    /// <remarks>Source: pilot/pkg/serviceregistry/ambient/networks.go of istio/istio;
    /// https://istio.io/latest/docs/ambient/install/multicluster/.</remarks>
    private static IEnumerable<ArgsProblem> Ambient(MeshSettings settings, ClusterPlan cluster)
    {
        if (cluster.DiscoversServicesOf.Count > 1 && settings.Clusters[cluster.Identity.Name].Install.IsAmbient)
        {
            yield return new(
                $"clusters.{cluster.Identity.Name}.dataPlane",
                $"ambient is not possible in a {settings.Topology} mesh of several clusters yet: ztunnel reaches another cluster only "
                    + "through a Gateway of the class istio-east-west there, which MeshStack does not make, and "
                    + "an ordinary east-west gateway does not take its traffic; use dataPlane sidecar, or the topology federated, where "
                    + "ambient clusters stand alone"
            );
        }
    }

    /// <summary>Proxies are what the injecting istiod is told, wherever they run.</summary>
    private static IEnumerable<ArgsProblem> Mirror(MeshSettings settings, ClusterPlan cluster)
    {
        var (name, serving) = (cluster.Identity.Name, cluster.ConfiguredIn);
        if (name == serving)
        {
            yield break;
        }

        var (own, other) = (settings.Clusters[name].Install, settings.Clusters[serving].Install);
        var ends = $"the istiod that {serving} configures injects the proxies of {name}, and takes them from";
        if (own.Hub != other.Hub)
        {
            yield return ArgsProblem.Warning(
                $"clusters.{name}.hub",
                $"{ends} {other.Hub}; from {own.Hub} come the node agent and ztunnel only"
            );
        }

        if (own.Images?.Proxy is { } proxy && proxy != other.Images?.Proxy)
        {
            yield return ArgsProblem.Warning(
                $"clusters.{name}.images.proxy",
                $"{ends} {other.Images?.Proxy ?? other.Hub}: give the image there"
            );
        }

        if (!own.ImagePullSecrets.SequenceEqual(other.ImagePullSecrets))
        {
            yield return ArgsProblem.Warning(
                $"clusters.{name}.imagePullSecrets",
                $"{ends} {other.Hub} with the secrets "
                    + $"{(other.ImagePullSecrets.Count == 0 ? "of their service accounts" : string.Join(", ", other.ImagePullSecrets))}; "
                    + $"those given here are for the gateways and the node agent of {name} only"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Namespaces(MeshSettings settings, MeshPlan plan)
    {
        var controlPlanes = plan.ControlPlanes(settings);
        foreach (var (cluster, member) in settings.Clusters.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            foreach (var (name, given) in member.Namespaces.OrderBy(n => n.Key, StringComparer.Ordinal))
            {
                if (!given.Existing && OfGateway(member.Install, name) is { } gateway)
                {
                    yield return new(
                        $"clusters.{cluster}.namespaces.{name}",
                        $"'{name}' is made already, for the gateway {gateway}: leave it out, or write existing: true where it is to have "
                            + "labels"
                    );
                    continue;
                }

                foreach (var problem in new MeshNamespaceRules(given, name, controlPlanes[cluster]).Problems())
                {
                    yield return problem with
                    {
                        Path = $"clusters.{cluster}.namespaces.{name}" + (problem.Path == "namespace" ? "" : "." + problem.Path),
                    };
                }
            }
        }
    }

    /// <summary>The gateway of an installation that has a namespace to itself; null where none has.</summary>
    private static string? OfGateway(IstioInstallSettings install, string ns) =>
        install.Ingress is not null && ns == GatewayModel.Ingress(null).Namespace ? "ingress"
        : install.Egress is not null && ns == GatewayModel.Egress(null).Namespace ? "egress"
        : install
            .Ingresses.Keys.Where(name => ns == GatewayModel.NamedIngress(name, null).Namespace)
            .Select(name => $"ingresses.{name}")
            .FirstOrDefault();
}
