using MeshStack.Definition.Istio;

namespace MeshStack.Definition.Intents;

/// <summary>A service made reachable, for nobody yet: each caller is let in by a <see cref="ClientAccessIntent"/> of its own.</summary>
internal static class InboundServicePlanner
{
    /// <summary>What the policy that closes the workload is to its service: its name follows that of the service.</summary>
    internal const string AllowNothingPolicy = "allow-nothing";

    /// <summary>Closes the workload to everyone and exposes it at the gateways.</summary>
    public static void Plan(PlannedScope scope, InboundServiceIntent service)
    {
        foreach (var place in PlannedPlace.Of(scope, service))
        {
            Plan(place);
        }

        scope.Outputs(("host", service.Host), ("importedHost", service.ImportedHost));
    }

    private static void Plan(PlannedPlace place)
    {
        var (scope, service) = (place.Scope, place.Service);
        Declare(scope, service);
        if (service.Sidecar && place.IsConfigured)
        {
            AllowNothing(scope, service);
            RequireMutualTls(scope, service);
            ApplyTrafficPolicy(scope, service);
        }

        if (service.ControlPlane.EastWest is { } eastWest && place.IsConfigured)
        {
            new EastWestExposure(scope, service, eastWest).Plan();
        }

        if (service is { ExternalName: { } host, HasCertificate: true, ControlPlane.Ingress: { } ingress })
        {
            new IngressExposure(scope, service, ingress, host).Plan(place.IsConfigured);
        }
    }

    private static void Declare(PlannedScope scope, InboundServiceIntent service)
    {
        var pods = Enumerable
            .Range(0, service.InstanceServices.Count())
            .Select(i => FormattableString.Invariant($"{service.StatefulSet ?? service.Service}-{i}"));
        scope.Plan.Facts.Servers.Add(
            new(
                service.ControlPlane.Cluster.Name,
                service.Namespace,
                service.Service,
                service.Selector,
                [.. service.ServedPorts.Select(port => Declared(service, port))]
            )
            {
                Component = scope.Name,
                Services = [service.Service, .. service.InstanceServices],
                Host = service.Host,
                ImportedHost = service.ImportedHost,
                ExternalName = service.ExternalName,
                ServiceAccount = service.ServiceAccount,
                HasSidecar = service.Sidecar,
                Instances = [.. pods],
                Versions =
                [
                    .. (service.Route?.Subsets ?? [])
                        .Where(version => version.Labels.Count > 0)
                        .Select(version => new DeclaredVersion(version.Name, version.Labels)),
                ],
            }
        );
    }

    private static DeclaredServerPort Declared(InboundServiceIntent service, ServicePort port) =>
        new(port.NameOfProtocol, port.Number, port.Protocol)
        {
            TargetPort = port.TargetPort,
            ImportedPort = port.ImportedPort,
            IsForOutside = service.ExternalName is not null && service.PortForOutside == port,
        };

    private static void AllowNothing(PlannedScope scope, InboundServiceIntent service)
    {
        var name = scope.Child(AllowNothingPolicy);
        var spec = new AuthorizationPolicySpec { Selector = new() { MatchLabels = service.Selector } };
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            name,
            "AuthorizationPolicy",
            Metadata.Of(name.Text, service.Namespace),
            spec.ToTree()
        );
    }

    private static void RequireMutualTls(PlannedScope scope, InboundServiceIntent service)
    {
        var spec = new PeerAuthenticationSpec
        {
            Selector = new() { MatchLabels = service.Selector },
            Mtls = new() { Mode = service.MutualTls == MutualTlsMode.Permissive ? MutualTlsMode.Permissive : MutualTlsMode.Strict },
        };
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            scope.Child("mtls"),
            "PeerAuthentication",
            Metadata.Of(scope.Name, service.Namespace),
            spec.ToTree()
        );
    }

    private static void ApplyTrafficPolicy(PlannedScope scope, InboundServiceIntent service)
    {
        var spec = new DestinationRuleSpec
        {
            Host = service.Host,
            TrafficPolicy = ServiceTraffic.Found(service, isSameNetwork: true, service.ControlPlane),
            Subsets = ServiceTraffic.Versions(service, isSameNetwork: true),
        };
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            scope.Child("traffic"),
            "DestinationRule",
            Metadata.Of(scope.Name, service.Namespace),
            spec.ToTree()
        );
    }
}
