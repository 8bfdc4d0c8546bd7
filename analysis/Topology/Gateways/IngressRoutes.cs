using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Topology.Gateways;

/// <summary>The Ingresses that istiod serves.</summary>
/// <remarks>Source: https://istio.io/latest/docs/tasks/traffic-management/ingress/kubernetes-ingress/.</remarks>
internal sealed class IngressRoutes(ClusterObjects objects, IReadOnlyDictionary<string, MeshService> services)
{
    private const string Group = "networking.k8s.io";
    private const string Gateway = "istio-ingressgateway";

    public IEnumerable<IngressEntryPoint> EntryPoints() => objects.Of($"{Group}/Ingress").Where(IsServed).SelectMany(EntryPointsOf);

    private bool IsServed(Manifest ingress)
    {
        var name = ingress.Spec["ingressClassName"].Text ?? ingress.Annotations()["kubernetes.io/ingress.class"].Text;
        return name == "istio"
            || objects
                .Of($"{Group}/IngressClass")
                .Any(one => one.Name == name && one.Spec["controller"].Text == "istio.io/ingress-controller");
    }

    private IEnumerable<IngressEntryPoint> EntryPointsOf(Manifest ingress)
    {
        var spec = ingress.Spec;
        AccessTarget[] byDefault = [.. Target(ingress, spec["defaultBackend"])];
        (string Host, AccessTarget[] Targets)[] hosts =
        [
            .. spec["rules"]
                .Items.Select(rule =>
                    (
                        rule["host"].Text is { Length: > 0 } host ? host.ToLowerInvariant() : "*",
                        rule["http"]
                            ["paths"]
                            .Items.SelectMany(path => Target(ingress, path["backend"]))
                            .Concat(byDefault)
                            .Distinct()
                            .ToArray()
                    )
                ),
            .. byDefault.Length > 0 ? [("*", byDefault)] : Array.Empty<(string, AccessTarget[])>(),
        ];
        foreach (var (host, targets) in hosts)
        {
            yield return new(ingress, ingress, Gateway, host, 80, RequestProtocol.Http, targets);
            if (spec["tls"].HasContent)
            {
                yield return new(ingress, ingress, Gateway, host, 443, RequestProtocol.Https, targets);
            }
        }
    }

    private IEnumerable<AccessTarget> Target(Manifest ingress, Field backend)
    {
        var (ns, name, port) = (ingress.Namespace ?? "default", backend["service"]["name"].Text, backend["service"]["port"]);
        if (name is null)
        {
            yield break;
        }

        var number =
            port["number"].Port()
            ?? services.GetValueOrDefault(ServiceDns.HostOf(name, ns))?.Ports.FirstOrDefault(one => one.Name == port["name"].Text)?.Number;
        if (number is { } known)
        {
            yield return new(ingress.Cluster, ns, name, known);
        }
    }
}
