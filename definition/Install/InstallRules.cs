namespace MeshStack.Definition;

/// <summary>What the options of an installation may be, each by itself and together.</summary>
internal sealed class InstallRules(IstioInstallSettings settings)
{
    // Names and namespaces of the gateways that have an option of their own, and of the control plane.
    private static readonly string[] TakenGateways = ["eastwestgateway", "egress", "egressgateway", "ingress", "ingressgateway", "system"];

    public IEnumerable<ArgsProblem> Problems() =>
        settings.Existing is { } existing ? ExistingRules.Problems(settings.Beside ?? settings, existing) : OfInstalled();

    private IEnumerable<ArgsProblem> OfInstalled() =>
        Mesh()
            .Concat(Profile())
            .Concat(Ambient())
            .Concat(new RevisionRules(settings).Problems())
            .Concat(new ImageRules(settings).Problems())
            .Concat(MeshConfigRules.Problems(settings))
            .Concat(UnusedKeys.Problems(settings))
            .Concat(ValuesRules.OfInstall(settings))
            .Concat(InterceptionRules.Problems(settings))
            .Concat(
                settings.Istiod?.Problems(
                    "istiod",
                    settings.IsProduction ? ProductionProfile.Istiod : Scaling.OfTheChart,
                    IstioProfiles.IsOfTheCharts(settings.Profile) ? null : ResourceQuantities.OfIstiod
                )
                    ?? []
            )
            .Concat(Gateways());

    /// <summary>What an installation has to be told, unless its mesh says it.</summary>
    public static IEnumerable<ArgsProblem> Required(IstioInstallSettings settings, bool hasCluster)
    {
        if (!hasCluster)
        {
            yield return new("cluster", "required");
        }

        if (string.IsNullOrEmpty(settings.MeshId) && settings.Existing is null)
        {
            yield return new("meshId", "required");
        }
    }

    private IEnumerable<ArgsProblem> Mesh()
    {
        if (settings.PeerTrustDomains.Count > 0 && settings.RootCertificate is null)
        {
            yield return new(
                "rootCertificate",
                "required with peerTrustDomains: Istio validates a foreign trust domain against a root that it is told"
            );
        }

        if (settings.Platform is { } platform && !Platforms.All.Contains(platform))
        {
            yield return ArgsProblem.NotAllowed(
                "platform",
                platform,
                "a platform that the charts know",
                Platforms.All,
                Platforms.Hint(platform)
            );
        }

        if (settings is { Platform: Platforms.OpenShift, Cni: false })
        {
            yield return new(
                "cni",
                "false is not possible on OpenShift: there the charts let sidecars count on the node agent, whatever they are told"
            );
        }

        if (settings.Timeout < 1)
        {
            yield return new("timeout", $"{settings.Timeout} is no number of seconds: 1 or more is allowed");
        }

        if (settings.GatewayApiVersion is { } version && !IstioVersion.TryParse(version, out _))
        {
            yield return new("gatewayApiVersion", $"'{version}' is not a version of the Gateway API, such as 1.6.0");
        }
    }

    private IEnumerable<ArgsProblem> Profile()
    {
        if (!IstioProfiles.All.Contains(settings.Profile))
        {
            yield return ArgsProblem.NotAllowed(
                "profile",
                settings.Profile,
                "a profile",
                IstioProfiles.All,
                IstioProfiles.Hint(settings.Profile)
            );
        }

        if (settings.Profile == IstioProfiles.Minimal)
        {
            foreach (var (path, _) in settings.AllGateways)
            {
                yield return new(path, "profile minimal has no gateways: use profile default, or leave the gateway out");
            }
        }

        if (settings.DataPlane is not { } controlPlane)
        {
            yield break;
        }

        if (!DataPlanes.All.Contains(controlPlane))
        {
            yield return ArgsProblem.NotAllowed("dataPlane", controlPlane, "a data plane", DataPlanes.All);
        }
        else if (controlPlane == DataPlanes.Sidecar && settings.Profile == IstioProfiles.Ambient)
        {
            yield return new("dataPlane", "profile ambient and dataPlane sidecar contradict each other: use profile default for sidecars");
        }
        else if (
            controlPlane == DataPlanes.Ambient
            && settings.Profile != IstioProfiles.Ambient
            && IstioProfiles.IsOfTheCharts(settings.Profile)
        )
        {
            yield return new(
                "profile",
                $"'{settings.Profile}' with dataPlane ambient: the charts take one profile, and ambient is one (default, minimal and "
                    + "production can be combined with it)"
            );
        }
    }

    private IEnumerable<ArgsProblem> Ambient()
    {
        if (settings.IsAmbient && settings.Cni == false)
        {
            yield return new("cni", "false is not possible with dataPlane ambient: it is cni that brings traffic to ztunnel");
        }

        if (!settings.IsAmbient && settings.Waypoints.Count > 0)
        {
            yield return new("waypoints", "are for dataPlane ambient: a sidecar is its workload's own layer 7 proxy");
        }

        foreach (var (waypoint, i) in settings.Waypoints.Select((w, i) => (w, i)))
        {
            var path = FormattableString.Invariant($"waypoints[{i}]");
            foreach (var problem in waypoint.Problems(path))
            {
                yield return problem;
            }

            if (settings.Waypoints.Take(i).Any(w => (w.Namespace, w.Name) == (waypoint.Namespace, waypoint.Name)))
            {
                yield return new(path + ".name", $"'{waypoint.Name}' is there already in {waypoint.Namespace}");
            }
        }
    }

    private IEnumerable<ArgsProblem> Gateways()
    {
        var profile = settings.IsProduction ? ProductionProfile.Gateway : Scaling.OfTheChart;
        foreach (var name in settings.Ingresses.Keys.Order(StringComparer.Ordinal))
        {
            if (!KubernetesNames.IsLabel(name) || name.Length > 57)
            {
                yield return new("ingresses." + name, $"'{name}' is not a DNS label of at most 57 characters");
            }
            else if (TakenGateways.Contains(name))
            {
                yield return new("ingresses." + name, $"'{name}' is taken: istio-{name} is a name of MeshStack's own");
            }
        }

        foreach (
            var problem in settings.AllGateways.SelectMany(g =>
                new GatewayRules(g.Path, g.Gateway, profile, settings.RevisionSet.TryVersionOf(g.Gateway.Revision)).Problems()
            )
        )
        {
            yield return problem;
        }

        var eastWest = settings.EastWest is { } gateway ? new GatewayRules("eastWest", gateway, profile, null).EastWest() : [];
        var egress = settings.Egress is { } leaving ? new EgressRules(settings, leaving).Problems() : [];
        foreach (var problem in eastWest.Concat(egress))
        {
            yield return problem;
        }
    }
}
