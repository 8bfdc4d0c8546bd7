using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;

namespace MeshStack.Analysis.Topology.Services;

/// <summary>Reads the services of one cluster.</summary>
internal static class ServiceReader
{
    private const string ExportToAnnotation = "networking.istio.io/exportTo";

    /// <summary>The services of an object, whose masks are null for one without.</summary>
    public static IEnumerable<MeshService> Read(Manifest manifest, MaskedObject? masks) =>
        (manifest.Kind, manifest.Group) switch
        {
            ("Service", "") => [OfService(manifest, masks)],
            ("ServiceEntry", "networking.istio.io") => OfEntry(manifest, masks),
            _ => [],
        };

    public static MeshService Of(DeclaredService declared)
    {
        var unreadable =
            declared.Selector.Any(label => Mask.IsIn(label.Key) || Mask.IsIn(label.Value))
            || declared.Ports.Any(port => Mask.IsIn(port.Name))
                ? Unreadable.From(declared.Cluster, "Service", declared.Namespace, declared.Name, "what is declared")
                : null;
        return new()
        {
            Cluster = declared.Cluster,
            Namespace = declared.Namespace,
            Kind = "Service",
            Name = declared.Name,
            Host = ServiceDns.HostOf(declared.Name, declared.Namespace),
            Selector =
                declared.Selector.Count == 0
                    ? null
                    : new(
                        declared
                            .Selector.Where(label => !Mask.IsIn(label.Key) && !Mask.IsIn(label.Value))
                            .ToDictionary(StringComparer.Ordinal)
                    ),
            Ports =
            [
                .. declared.Ports.Select(port => new ServicePort(
                    port.Number,
                    port.Name,
                    ServiceProtocol.Of(port.Name, null, port.Number),
                    new(port.TargetPort ?? port.Number, null)
                )),
            ],
            Labels = declared.Network is { } network
                ? new Dictionary<string, string> { [MeshConfigurationReader.NetworkLabel] = network }
                : new Dictionary<string, string>(),
            Type = declared.Network is null ? "ClusterIP" : "LoadBalancer",
            HiddenFront = unreadable,
            Unreadable = unreadable,
        };
    }

    private static MeshService OfService(Manifest manifest, MaskedObject? masks)
    {
        var spec = manifest.Spec;
        var ns = manifest.Namespace ?? "default";
        var balancer = Field.From(manifest.Body)["status"]["loadBalancer"]["ingress"].Items;
        return new()
        {
            Cluster = manifest.Cluster,
            Namespace = ns,
            Kind = "Service",
            Name = manifest.Name,
            Host = ServiceDns.HostOf(manifest.Name, ns),
            Labels = manifest.Labels().Shown(),
            Selector =
                spec["selector"].HasContent || masks?.Hiding("spec selector") is not null ? LabelSelector.From(spec["selector"]) : null,
            Ports = [.. spec["ports"].Items.Where(port => port["port"].Port() is not null).Select(PortOf)],
            ExportTo = manifest
                .Annotations()[ExportToAnnotation]
                .Text?.Split(',')
                .Select(item => item.Trim())
                .Where(item => item.Length > 0)
                .ToArray(),
            Type = spec["type"].Text ?? "ClusterIP",
            PrefersNearness = TrafficDistributions.Of(manifest),
            IsAtNodes = manifest.Annotations()[IstioNames.NodesAnnotation].Exists,
            ExternalName = spec["type"].Text == "ExternalName" ? spec["externalName"].Text : null,
            ExternalAddresses =
            [
                .. balancer
                    .SelectMany(item => new[] { item["ip"].Text, item["hostname"].Text })
                    .Append(spec["loadBalancerIP"].Text)
                    .OfType<string>()
                    .Concat(spec["externalIPs"].Texts())
                    .Where(address => !Mask.IsIn(address)),
            ],
            ClusterAddress = spec["clusterIP"].Text,
            Created = manifest.Metadata()["creationTimestamp"].Text,
            HiddenAddress = masks?.Hiding("spec loadBalancerIP", "spec externalIPs", "status loadBalancer", "spec clusterIP"),
            HiddenFront = masks?.Hiding("spec selector", "spec ports", "metadata creationTimestamp"),
            HiddenNetwork =
                masks?.Hiding($"metadata labels {MeshConfigurationReader.NetworkLabel}")
                ?? (spec["type"].Text == "NodePort" ? masks?.Hiding($"metadata annotations {IstioNames.NodesAnnotation}") : null),
            HidesType = masks?.Hiding("spec type") is not null || Mask.IsIn(spec["externalIPs"].Text),
            HidesPorts = masks?.Hiding("spec ports") is not null,
            Unreadable = masks?.Unread,
        };
    }

    private static ServicePort PortOf(Field port)
    {
        var number = port["port"].Port()!.Value;
        var name = port["name"].Text ?? "";
        return new(
            number,
            name,
            ServiceProtocol.Of(name, port["appProtocol"].Text, number, port["protocol"].Text),
            TargetPort.From(port["targetPort"], number)
        )
        {
            NodePort = port["nodePort"].Port(),
        };
    }

    private static IEnumerable<MeshService> OfEntry(Manifest manifest, MaskedObject? masks)
    {
        var spec = manifest.Spec;
        var ports = spec["ports"].Items.Where(port => port["number"].Port() is not null).Select(OfEntryPort).ToArray();
        var endpoints = spec["endpoints"].Items.Select(OfEndpoint).OfType<StaticEndpoint>().ToArray();
        var hidesHosts = masks?.Hiding("spec hosts") is not null;
        foreach (
            var host in spec["hosts"]
                .Texts()
                .Where(host => !Mask.IsIn(host))
                .Concat(hidesHosts ? [MaskedText.Secret] : [])
                .Distinct(StringComparer.Ordinal)
        )
        {
            yield return new()
            {
                Cluster = manifest.Cluster,
                Namespace = manifest.Namespace ?? "default",
                Kind = manifest.Kind,
                Name = manifest.Name,
                Host = host.ToLowerInvariant(),
                Labels = manifest.Labels().Shown(),
                Selector = spec["workloadSelector"].Exists ? LabelSelector.From(spec["workloadSelector"]["labels"]) : null,
                Ports = ports,
                ExportTo = spec["exportTo"].HasContent ? spec["exportTo"].Texts() : null,
                IsExternal = spec["location"].Text is null or "MESH_EXTERNAL",
                Resolution = spec["resolution"].Text ?? "NONE",
                Endpoints = endpoints,
                SubjectAltNames = spec["subjectAltNames"].Texts(),
                Addresses = spec["addresses"].Texts(),
                ClusterAddress = spec["addresses"].Texts() is [var address, ..] ? address : null,
                Created = manifest.Metadata()["creationTimestamp"].Text,
                HiddenFront = masks?.Hiding("spec workloadSelector", "spec ports", "metadata creationTimestamp"),
                HiddenAddress = masks?.Hiding("spec addresses") ?? HiddenLabel(manifest),
                HidesPortNumbers =
                    Mask.IsIn(spec["ports"].Text)
                    || spec["ports"]
                        .Items.Any(port =>
                            Mask.IsIn(port.Text)
                            || Mask.IsIn(port["number"].Text)
                            || Mask.IsIn(port["protocol"].Text)
                            || Mask.IsIn(port["name"].Text)
                        ),
                HidesPorts = masks?.Hiding("spec ports") is not null,
                HidesHosts = hidesHosts,
                HidesExportTo = masks?.Hiding("spec exportTo") is not null,
                Unreadable = masks?.Unread,
            };
        }
    }

    private static Unreadable? HiddenLabel(Manifest manifest)
    {
        var labels = manifest.Labels();
        return Mask.IsIn(labels.Text) || Mask.IsIn(labels[MeshService.AutomaticAddressLabel].Text)
            ? Unreadable.From(manifest, labels.Path)
            : null;
    }

    private static ServicePort OfEntryPort(Field port)
    {
        var number = port["number"].Port()!.Value;
        var protocol = port["protocol"].Text is { Length: > 0 } given
            ? ServiceProtocol.Parse(given)
            : ServiceProtocol.Of(port["name"].Text ?? "", null, number);
        return new(number, port["name"].Text ?? "", protocol, TargetPort.From(port["targetPort"], number));
    }

    private static StaticEndpoint? OfEndpoint(Field endpoint)
    {
        var ports = endpoint["ports"]
            .Entries.Where(port => port.Port() is not null)
            .ToDictionary(port => port.Name, port => port.Port()!.Value, StringComparer.Ordinal);
        return endpoint["address"].Text is { Length: > 0 } address || endpoint["network"].HasContent
            ? new(
                endpoint["address"].Text ?? "",
                ports,
                endpoint["labels"].Map(),
                endpoint["network"].Text,
                endpoint["serviceAccount"].Text is { Length: > 0 } account ? account : null
            )
            {
                Locality = endpoint["locality"].Text,
            }
            : null;
    }
}
