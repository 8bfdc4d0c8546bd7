namespace MeshStack.Analysis.Access;

/// <summary>Reads the workloads of one cluster from its objects, its gateway releases and what is declared.</summary>
internal sealed class WorkloadReader(string cluster, MeshConfiguration mesh, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces)
{
    public IEnumerable<Workload> Read(IEnumerable<Manifest> manifests)
    {
        foreach (var manifest in manifests)
        {
            if (manifest is { Kind: "WorkloadEntry", Group: "networking.istio.io" })
            {
                yield return OfEntry(manifest);
            }
            else if (PodTemplate.Of(manifest) is { } pod && !IsOwned(manifest))
            {
                yield return OfPod(manifest, pod);
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
    };

    private static bool IsOwned(Manifest manifest) =>
        manifest.Kind is "Pod" or "ReplicaSet" or "Job" && manifest.Metadata()["ownerReferences"].Items.Any(owner => owner["controller"].IsTrue);

    private Workload OfPod(Manifest manifest, PodTemplate pod)
    {
        var (presence, reason) = SidecarInjection.Of(pod, namespaces.GetValueOrDefault(pod.Namespace));
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
            Address = Field.Of(manifest.Body)["status"]["podIP"].Text,
            DnsCapture = pod.Annotations["proxy.istio.io/config"].Text is { } text && YamlDocument.TryRead(text) is { } config ? DnsCapture.In(config) : null,
        };
    }

    private Workload OfEntry(Manifest manifest)
    {
        var labels = manifest.Spec["labels"].Exists ? manifest.Spec["labels"].Map() : manifest.Labels().Map();
        return new()
        {
            Cluster = cluster,
            Namespace = manifest.Namespace ?? "default",
            Kind = manifest.Kind,
            Name = manifest.Name,
            Labels = labels,
            ServiceAccount = manifest.Spec["serviceAccount"].Text is { Length: > 0 } account ? account : "default",

            // A machine speaks mTLS where it has a service account, as those that joined through a WorkloadGroup do.
            Sidecar = manifest.Spec["serviceAccount"].HasContent ? SidecarPresence.Present : SidecarPresence.Absent,
            SidecarReason = manifest.Spec["serviceAccount"].HasContent ? "its WorkloadEntry has a service account" : "its WorkloadEntry has no service account",
            Ports = manifest.Spec["ports"].Entries.Where(port => port.Port() is not null).ToDictionary(port => port.Name, port => port.Port()!.Value, StringComparer.Ordinal),
            Network = manifest.Spec["network"].Text ?? NetworkOf(labels),
            Address = manifest.Spec["address"].Text,
        };
    }

    private string NetworkOf(IReadOnlyDictionary<string, string> labels) => labels.GetValueOrDefault(MeshConfigurationReader.NetworkLabel) ?? mesh.Network;
}
