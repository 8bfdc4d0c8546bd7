using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation.Arrivals;
using MeshStack.Analysis.Evaluation.MutualTls;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology;
using MeshStack.Analysis.Topology.Services;

namespace MeshStack.Analysis.Evaluation.Endpoints;

/// <summary>A connection to a Service's own address: Kubernetes picks a pod of the same cluster.</summary>
internal static class ServicePods
{
    public static Verdict Send(
        Snapshot snapshot,
        object sender,
        RequestContext context,
        MeshService service,
        int number,
        Connection connection
    )
    {
        var cluster = snapshot.Cluster(service.Cluster);
        if ((service.Unreadable ?? cluster.Unreadable) is { } unreadable)
        {
            return context.Undecided(AccessStep.Endpoints, sender, unreadable);
        }

        // A headless Service has no address: what its name means is the pods' own, which have any port.
        var port = service.IsHeadless
            ? new ServicePort(number, "", ServiceProtocol.Kind.Detected, new(number, null))
            : service.Port(number);
        if (port is null)
        {
            return context.Unreachable(
                AccessStep.Endpoints,
                sender,
                $"{service.Host} has no port {number}",
                service.Because($"its ports are {string.Join(", ", service.Ports.Select(one => one.Number))}")
            );
        }

        if (service.Selector is not { } selector)
        {
            return ToListed(snapshot, sender, context, service, port, connection);
        }

        var pods = cluster
            .Selected(service.Namespace, selector)
            .Where(workload => !workload.IsMachine && (!service.IsHeadless || context.Pod is null || context.Pod == workload))
            .Select(workload => (Workload: workload, Port: port.On(workload)))
            .Where(pod => pod.Port is not null)
            .ToArray();
        if (pods.Length == 0 && !AreKnown(cluster, service))
        {
            var undecided = context.Undecided(
                AccessStep.Endpoints,
                sender,
                $"no manifest has the workload that {service.Host} is in front of",
                service.Because($"its selector is {selector}")
            );
            return context.Asked == service.Host ? context.Requests.AtWhomItIsFor(undecided) : undecided;
        }

        if (pods.Length == 0)
        {
            return context.Unreachable(
                AccessStep.Endpoints,
                sender,
                $"no workload of {service.Cluster} is behind {service.Host}",
                service.Because($"its selector is {selector}")
            );
        }

        var sent = context.Took(
            AccessStep.Endpoints,
            sender,
            $"{service.Host}{(connection.Security == ConnectionSecurity.Plaintext ? " in plain text" : "")}",
            service.Because($"its selector is {selector}")
        ) with
        {
            Hops = context.Hops + 1,
        };
        return context.Requests.Join([
            .. pods.Select(pod => (pod.Workload.Name, Inbound.Arrive(snapshot, sent, pod.Workload, pod.Port!.Value, connection))),
        ]);
    }

    /// <summary>True where a workload is known that a Service is in front of, whether or not it has the port and is up.</summary>
    public static bool AreKnown(ClusterSnapshot cluster, MeshService service) =>
        service.Selector is { } selector
        && (
            cluster.Selected(service.Namespace, selector).Any(workload => selector.Selects(workload.Labels))
            || cluster.Down.Any(workload => workload.Namespace == service.Namespace && selector.Selects(workload.Labels))
            // What is scaled to nothing has no workload, and is known all the same.
            || PodTemplate
                .Controllers.SelectMany(kind => cluster.Objects.Of(kind, service.Namespace))
                .Any(manifest => PodTemplate.From(manifest) is { } pod && selector.Selects(pod.Labels))
        );

    private static Verdict ToListed(
        Snapshot snapshot,
        object sender,
        RequestContext context,
        MeshService service,
        ServicePort port,
        Connection connection
    )
    {
        var because = service.Because("it has no selector");
        var cluster = snapshot.Cluster(service.Cluster);
        var listed = ListedAddresses.Of(cluster, service);
        if (ListedAddresses.Hiding(cluster, service) is { } unreadable)
        {
            return context.Undecided(AccessStep.Endpoints, sender, unreadable);
        }

        if (listed.Count == 0)
        {
            return context.Undecided(
                AccessStep.Endpoints,
                sender,
                $"{service} has no selector, and its endpoints are in no manifest",
                because
            );
        }

        var sent = context.Took(
            AccessStep.Endpoints,
            sender,
            $"{service.Host} has {listed.Count} listed endpoint{(listed.Count == 1 ? "" : "s")}",
            because
        ) with
        {
            Hops = context.Hops + 1,
        };
        return context.Requests.Join([
            .. listed.Select(endpoint =>
                (
                    endpoint.Address,
                    snapshot.Addresses.PodAt(endpoint.Address) is { } pod
                        ? Inbound.Arrive(snapshot, sent, pod, ListedAddresses.PortOf(endpoint, port), connection)
                        : sent.Undecided(
                            AccessStep.Endpoints,
                            sender,
                            $"no object says what is at {endpoint.Address}",
                            service.Because($"its endpoint is {endpoint.Address}")
                        )
                )
            ),
        ]);
    }
}
