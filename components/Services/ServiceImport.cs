using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>A service of another cluster as one client namespace sees it: a host and mTLS through the server's east-west gateway, or only how to call it.</summary>
/// <remarks>A cluster that finds the service by itself reads no DestinationRule of the server's cluster, so the service's goes with it.</remarks>
public sealed class ServiceImport : ComponentResource
{
    private readonly ServiceImportArgs _args;
    private readonly InboundServiceArgs _service;
    private readonly bool _found;
    private bool _hasInstances;

    /// <summary>Imports the service's host.</summary>
    public ServiceImport(string name, ServiceImportArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:ServiceImport", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        (_args, _service) = (args, args.Service.Args);
        _found = _service.Sidecar && args.ControlPlane.FindsServicesOf(_service.ControlPlane);
        Import(name, _service.Service);
        RegisterOutputs(new Dictionary<string, object?> { ["host"] = HostOf(_service.Service) });
    }

    /// <summary>Imports each instance of a headless service too, once.</summary>
    internal void IncludeInstances()
    {
        if (_hasInstances)
        {
            return;
        }

        _hasInstances = true;
        foreach (var (instance, number) in _service.InstanceServices.Select((s, i) => (s, i)))
        {
            // A dot, because no namespace has one: "web-0" may be a namespace of callers too.
            Import(FormattableString.Invariant($"{GetResourceName()}.{number}"), instance);
        }
    }

    private void Import(string name, string service)
    {
        var host = HostOf(service);
        var metadata = new ObjectMetaArgs { Name = host, Namespace = _args.Namespace };
        var options = _args.ControlPlane.ConfiguredIn(_args.Namespace, this, _found ? null : _service.ControlPlane.EastWest);
        if (!_found)
        {
            _ = new ServiceEntry(name, new ServiceEntryArgs { Metadata = metadata, Spec = Entry(host) }, options);
        }

        var policy = _found ? _service.TrafficPolicy(_args.ControlPlane.Cluster.Network == _service.ControlPlane.Cluster.Network, _args.ControlPlane, this) : Policy(host, service);
        _ = new DestinationRule(
            name,
            new DestinationRuleArgs { Metadata = metadata, Spec = new DestinationRuleSpecArgs { Host = host, ExportTo = { "." }, TrafficPolicy = policy } },
            options);
    }

    private string HostOf(string service) => _service.HostOf(service, _found ? "svc.cluster.local" : _service.ControlPlane.Cluster.Domain);

    private ServiceEntrySpecArgs Entry(string host)
    {
        var portName = _service.Protocol.ToLowerInvariant();
        return new()
        {
            Hosts = { host },
            ExportTo = { "." },
            Location = ServiceEntryLocation.MeshInternal,
            // DNS also takes IP addresses, and a load balancer may have either.
            Resolution = ServiceEntryResolution.Dns,
            Ports = new ServiceEntryPortArgs { Number = _service.PortForOthers, Name = portName, Protocol = _service.Protocol },
            Endpoints = new ServiceEntryEndpointArgs
            {
                Address = _service.ControlPlane.EastWest!.Address!,
                Ports = { [portName] = MeshGateway.CrossClusterPort },
            },
        };
    }

    /// <summary>Outlier detection stays at the server: here it would eject the gateway, the only endpoint there is.</summary>
    private TrafficPolicyArgs Policy(string host, string service)
    {
        var policy = new TrafficPolicyArgs { Tls = Tls(host, service) };
        if (_service.ConnectionPool is { } pool)
        {
            policy.ConnectionPool = pool;
        }

        return policy;
    }

    private ClientTlsSettingsArgs Tls(string host, string service)
    {
        var tls = ClientTlsSettingsArgs.IstioMutual(_service.Sidecar
            ? FormattableString.Invariant($"outbound_.{_service.Port}_._.{_service.HostOf(service, "svc.cluster.local")}")
            : host);
        var server = _service.ControlPlane;
        if (!_service.Sidecar)
        {
            tls.SubjectAltNames = $"spiffe://{server.Cluster.Principal(server.EastWest!.Namespace, server.EastWest.Name)}";
        }
        else if (_service.ServiceAccount is { } account)
        {
            tls.SubjectAltNames = $"spiffe://{server.Cluster.Principal(_service.Namespace, account)}";
        }

        return tls;
    }
}
