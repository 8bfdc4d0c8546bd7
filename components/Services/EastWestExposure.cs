using System.Globalization;
using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A service at its cluster's east-west gateway, for the mesh's other clusters.</summary>
internal sealed class EastWestExposure(InboundService service, MeshGateway gateway)
{
    private const string Name = "east-west";

    private readonly InboundServiceArgs _args = service.Args;

    public void Create()
    {
        if (_args.Sidecar)
        {
            if (_args.ControlPlane is { IsImported: true, ForwardsEveryService: false })
            {
                PassThrough();
            }

            foreach (var (instance, number) in _args.InstanceServices.Select((s, i) => (s, i)))
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
    private void PassThrough() => service.ListenAt(
        Name,
        gateway,
        MeshGateway.CrossClusterPort,
        isHttps: false,
        ServerTlsSettingsArgs.AutoPassthrough(),
        [_args.Host, .. _args.InstanceServices.Select(i => _args.HostOf(i, "svc.cluster.local"))]);

    /// <summary>A Service for one pod, because the gateway forwards to Services and not to pods.</summary>
    private void InstanceService(string instance, int number) => _ = new Service(
        service.Child(FormattableString.Invariant($"{number}")),
        new ServiceArgs
        {
            Metadata = service.Metadata(instance),
            Spec = new ServiceSpecArgs
            {
                Selector = new InputMap<string>
                {
                    ["statefulset.kubernetes.io/pod-name"] = FormattableString.Invariant($"{_args.StatefulSet ?? _args.Service}-{number}"),
                },
                Ports = new ServicePortArgs
                {
                    Name = _args.Protocol.ToLowerInvariant(),
                    Port = _args.Port,
                    TargetPort = _args.TargetPort ?? _args.Port,
                },
            },
        },
        service.Owned());

    /// <summary>Without a sidecar behind it the gateway itself ends mTLS; its policies decide who may call.</summary>
    private void Terminate()
    {
        service.ListenAt(Name, gateway, MeshGateway.CrossClusterPort, _args.IsHttp, ServerTlsSettingsArgs.IstioMutual(), _args.ImportedHost);
        service.RouteFromGateway(Name, gateway, _args.ImportedHost);
    }

    /// <summary>The first ALLOW policy on a workload denies all else: what the gateway passes through must stay allowed.</summary>
    /// <remarks>Passed-through TLS carries an <c>outbound_</c> SNI; a terminated service's is its imported host. istiod has ports of its own there.</remarks>
    private void KeepOthersOpen() => _ = new AuthorizationPolicy(
        service.Child("passthrough"),
        new AuthorizationPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = service.Child("passthrough"), Namespace = gateway.Namespace },
            Spec = new AuthorizationPolicySpecArgs
            {
                Selector = new MatchLabelsSelectorArgs { MatchLabels = { ["istio"] = gateway.Label } },
                Action = AuthorizationAction.Allow,
                Rules = ExposesIstiod ? new[] { PassedThrough(), Istiod() } : new[] { PassedThrough() },
            },
        },
        service.Configured());

    /// <summary>The policy holds at the gateway of every cluster that is configured in the same place, the primary's among them.</summary>
    private bool ExposesIstiod => (_args.ControlPlane.ConfigHolder ?? _args.ControlPlane).ExposesIstiod;

    private static AuthorizationRuleArgs PassedThrough() => new()
    {
        When = new AuthorizationConditionArgs { Key = "connection.sni", Values = { "outbound_*" } },
    };

    private static AuthorizationRuleArgs Istiod() => new()
    {
        To = new AuthorizationToArgs
        {
            Operation = new AuthorizationOperationArgs { Ports = new[] { ExposedIstiod.DiscoveryPort, ExposedIstiod.WebhookPort }.Select(p => p.ToString(CultureInfo.InvariantCulture)).ToArray() },
        },
    };
}
