namespace MeshStack.Analysis.Access;

/// <summary>A request without a sidecar's help: the cluster's own DNS and Services, and no encryption but the client's own.</summary>
internal static class BareClient
{
    public static Verdict Send(Client client, Flight flight, Request request)
    {
        var (resolved, host, stop) = NameResolution.Resolve(client, flight, request.Host, request.Port);
        if (stop is not null)
        {
            return stop;
        }

        if (client.Snapshot.Cluster(client.Workload.Cluster).Services.TryGetValue(host, out var service))
        {
            return ToService(client, resolved, service, request.Port);
        }

        // A sidecar that answers DNS gives addresses that it alone knows the way to.
        var workload = client.Workload;
        var isAnswered = workload.Sidecar == SidecarPresence.Present && (workload.DnsCapture ?? client.Plane.Mesh.DnsCapture);
        return isAnswered && client.Registry.Find(host, workload.Namespace).Service is { } known
            ? resolved.Undecided(AccessStep.Endpoints, client, $"nothing says where {host} leads past the sidecar", known.Because("the sidecar's DNS has it"))
            : resolved.Allowed(AccessStep.Endpoints, client, $"{host} is outside of the mesh, and no sidecar is on the way", workload.Because(workload.SidecarReason));
    }

    /// <summary>To a Service's address: Kubernetes picks a pod of the same cluster.</summary>
    public static Verdict ToService(Client client, Flight flight, MeshService service, int number)
    {
        if (service.ExternalName is { } external)
        {
            return flight.Undecided(AccessStep.Endpoints, client, $"{service.Host} is another name of {external}", service.Because($"externalName is {external}"));
        }

        if (service.Port(number) is not { } port)
        {
            return flight.Unreachable(AccessStep.Endpoints, client, $"{service.Host} has no port {number}", service.Because($"its ports are {string.Join(", ", service.Ports.Select(one => one.Number))}"));
        }

        if (service.Selector is not { } selector)
        {
            return flight.Undecided(AccessStep.Endpoints, client, $"{service} has no selector, and its endpoints are in no manifest", service.Because("it has no selector"));
        }

        var connection = new Connection(flight.IsSealed ? ConnectionSecurity.Application : ConnectionSecurity.Plaintext, Sni: flight.IsSealed ? flight.Asked : null);
        var pods = client.Snapshot.Cluster(service.Cluster).Selected(service.Namespace, selector)
            .Select(workload => (Workload: workload, Port: port.Target.On(workload))).Where(pod => pod.Port is not null).ToArray();
        if (pods.Length == 0)
        {
            return flight.Unreachable(AccessStep.Endpoints, client, $"no workload of {service.Cluster} is behind {service.Host}", service.Because($"its selector is {selector}"));
        }

        var sent = flight.Took(AccessStep.Endpoints, client, $"{service.Host} in plain text", service.Because($"its selector is {selector}")) with { Hops = flight.Hops + 1, SourceAddress = client.Workload.PodAddress };
        return Branches.Join([.. pods.Select(pod => (pod.Workload.Name, Inbound.Arrive(client.Snapshot, sent, pod.Workload, pod.Port!.Value, connection)))]);
    }
}
