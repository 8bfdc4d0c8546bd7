using System.Globalization;
using MeshStack.Definition.Istio;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>A service at its cluster's east-west gateway, for the mesh's other clusters.</summary>
internal sealed class EastWestExposure(PlannedScope scope, InboundServiceIntent service, GatewayModel gateway)
{
    private readonly GatewayExposure _exposure = new(scope, service, gateway, "east-west");

    /// <summary>The policy holds at the gateway of every cluster that is configured in the same place, the primary's among them.</summary>
    private bool ExposesIstiod => (service.ControlPlane.ConfigHolder ?? service.ControlPlane).ExposesIstiod;

    public void Plan()
    {
        if (service.Sidecar)
        {
            if (service.ControlPlane is { IsImported: true, ForwardsEveryService: false })
            {
                PassThrough();
            }

            foreach (var (instance, number) in service.InstanceServices.Select((s, i) => (s, i)))
            {
                InstanceService(instance, number);
            }
        }
        else
        {
            Terminate();
            KeepOthersOpen();
        }
    }

    /// <summary>The gateway forwards by SNI to this service only; the workload ends mTLS and sees the caller's own identity.</summary>
    private void PassThrough() =>
        _exposure.Listen(
            GatewayModel.CrossClusterPort,
            isHttps: false,
            ServerTlsSettings.AutoPassthrough(),
            [service.Host, .. service.InstanceServices.Select(i => service.HostOf(i, ServiceDns.Domain))]
        );

    /// <summary>A Service for one pod, because the gateway forwards to Services and not to pods.</summary>
    private void InstanceService(string instance, int number)
    {
        var ports = service.ServedPorts.Select(port => new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = port.NameOfProtocol,
            ["port"] = (long)port.Number,
            ["targetPort"] = (long)(port.TargetPort ?? port.Number),
        });
        var pod = FormattableString.Invariant($"{service.StatefulSet ?? service.Service}-{number}");
        var spec = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["ports"] = ports.ToArray<object>(),
            ["selector"] = new SortedDictionary<string, object>(StringComparer.Ordinal) { ["statefulset.kubernetes.io/pod-name"] = pod },
        };
        scope.Owned(
            service.ControlPlane,
            service.Namespace,
            scope.Child(GeneratedNames.Of(number)),
            "v1",
            "Service",
            Metadata.Of(instance, service.Namespace),
            ("spec", spec)
        );
    }

    /// <summary>Without a sidecar behind it the gateway itself ends mTLS; its policies decide who may call.</summary>
    private void Terminate()
    {
        // Callers of all ports come with the same SNI, so that a service without a sidecar has one.
        var port = service.ServedPorts[0];
        _exposure.Listen(GatewayModel.CrossClusterPort, port.IsHttp, ServerTlsSettings.IstioMutual(), service.ImportedHost);
        _exposure.Route(service.ImportedHost, port);
    }

    /// <summary>The first ALLOW policy on a workload denies all else: what the gateway passes through must stay allowed.</summary>
    /// <remarks>Passed-through TLS carries an <c>outbound_</c> SNI; a terminated service's is its imported host. istiod has ports of its
    /// own there.</remarks>
    private void KeepOthersOpen()
    {
        var name = scope.Child("passthrough");
        var spec = new AuthorizationPolicySpec
        {
            Selector = new() { MatchLabels = gateway.Selector },
            Action = AuthorizationAction.Allow,
            Rules = ExposesIstiod ? [PassedThrough(), Istiod()] : [PassedThrough()],
        };
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            name,
            "AuthorizationPolicy",
            Metadata.Of(name.Text, gateway.Namespace),
            spec.ToTree()
        );
    }

    private static AuthorizationRule PassedThrough() => new() { When = [new() { Key = "connection.sni", Values = ["outbound_*"] }] };

    private static AuthorizationRule Istiod() =>
        new()
        {
            To =
            [
                new()
                {
                    Operation = new()
                    {
                        Ports =
                        [
                            .. new[] { IstiodPorts.Discovery, IstiodPorts.Webhook }.Select(p => p.ToString(CultureInfo.InvariantCulture)),
                        ],
                    },
                },
            ],
        };
}
