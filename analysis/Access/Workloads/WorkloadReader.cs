namespace MeshStack.Analysis.Access;

/// <summary>Reads the workloads of one cluster from its objects, its gateway releases and what is declared.</summary>
internal sealed class WorkloadReader(string cluster, MeshConfiguration mesh, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces)
{
    public IEnumerable<Workload> Read(IReadOnlyList<Manifest> manifests)
    {
        var owners = new PodOwners(manifests);
        foreach (var manifest in manifests)
        {
            if (manifest is { Kind: "WorkloadEntry", Group: "networking.istio.io" })
            {
                yield return OfEntry(manifest);
            }
            else if (PodTemplate.Of(manifest) is { } pod && !owners.Cover(manifest))
            {
                yield return OfPod(manifest, pod, owners);
            }
        }
    }

    public Workload Of(DeclaredWorkload declared) => new()
    {
        Cluster = cluster,
        Namespace = declared.Namespace,
        Kind = "Workload",
        Name = declared.Name,
        Labels = declared.Labels,
        ServiceAccount = declared.ServiceAccount,
        Sidecar = declared.HasSidecar ? SidecarPresence.Present : SidecarPresence.Absent,
        SidecarReason = "it is declared so",
        Ports = declared.Ports ?? new Dictionary<string, int>(),
        Network = NetworkOf(declared.Labels),
        Redirection = mesh.Redirection,
    };

    private Workload OfPod(Manifest manifest, PodTemplate pod, PodOwners owners)
    {
        var (presence, reason) = SidecarInjection.Of(pod, namespaces.GetValueOrDefault(pod.Namespace), owners.RunningOf(manifest));
        var address = Field.Of(manifest.Body)["status"]["podIP"].Text;
        var config = pod.Annotations["proxy.istio.io/config"].Text is { } text ? YamlDocument.TryRead(text) : null;
        var redirection = RedirectionReader.Of(pod, config, mesh.Redirection);
        return new()
        {
            Cluster = cluster,
            Namespace = pod.Namespace,
            Kind = manifest.Kind,
            Name = manifest.Name,
            Labels = pod.Labels,
            ServiceAccount = pod.ServiceAccount,
            Sidecar = presence,
            SidecarReason = reason,
            IsGateway = pod.IsGateway,
            Ports = pod.Ports(),
            Network = NetworkOf(pod.Labels),
            Address = address,
            PodAddress = manifest.Kind == "Pod" && address is { Length: > 0 } ? address : null,
            DnsCapture = redirection.IsOff ? false : config is null ? null : DnsCapture.In(config),
            Redirection = redirection,
            IsRunning = pod.IsRunning,
        };
    }

    private Workload OfEntry(Manifest manifest)
    {
        var labels = manifest.Spec["labels"].Exists ? manifest.Spec["labels"].Map() : manifest.Labels().Map();
        var (presence, reason) = ProxyOf(manifest, labels);
        return new()
        {
            Cluster = cluster,
            Namespace = manifest.Namespace ?? "default",
            Kind = manifest.Kind,
            Name = manifest.Name,
            Labels = labels,
            ServiceAccount = manifest.Spec["serviceAccount"].Text is { Length: > 0 } account ? account : "default",

            Sidecar = presence,
            SidecarReason = reason,
            Ports = manifest.Spec["ports"].Entries.Where(port => port.Port() is not null).ToDictionary(port => port.Name, port => port.Port()!.Value, StringComparer.Ordinal),
            Network = manifest.Spec["network"].Text ?? NetworkOf(labels),
            Address = manifest.Spec["address"].Text,
        };
    }

    // A machine speaks mTLS where its label says so, or where it has a service account, as those that joined through a WorkloadGroup do.
    private static (SidecarPresence Presence, string Reason) ProxyOf(Manifest entry, IReadOnlyDictionary<string, string> labels) =>
        labels.GetValueOrDefault(Workload.TlsModeLabel) == "istio" ? (SidecarPresence.Present, $"its WorkloadEntry has the label {Workload.TlsModeLabel}: istio")
        : entry.Spec["serviceAccount"].HasContent ? (SidecarPresence.Present, "its WorkloadEntry has a service account")
        : (SidecarPresence.Absent, "its WorkloadEntry has no service account");

    private string NetworkOf(IReadOnlyDictionary<string, string> labels) => labels.GetValueOrDefault(MeshConfigurationReader.NetworkLabel) ?? mesh.Network;
}
