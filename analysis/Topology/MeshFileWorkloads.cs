using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Topology;

/// <summary>Reads the Services and workloads of mesh.yaml, which are there without an object.</summary>
internal sealed class MeshFileWorkloads(Action<string> report)
{
    private static readonly string[] OfService = ["namespace", "name", "selector", "network", "ports"];
    private static readonly string[] OfPort = ["number", "name", "targetPort"];
    private static readonly string[] OfWorkload = ["namespace", "name", "labels", "serviceAccount", "sidecar", "gateway", "ports"];

    public IEnumerable<DeclaredService> ServicesOf(Field cluster)
    {
        foreach (var service in EntriesOf(cluster["services"], OfService))
        {
            yield return new(
                cluster.Name,
                service["namespace"].Text ?? "",
                service["name"].Text ?? "",
                service["selector"].Map(),
                [.. PortsOf(service["ports"])]
            )
            {
                Network = service["network"].Text,
            };
        }
    }

    public IEnumerable<DeclaredWorkload> WorkloadsOf(Field cluster)
    {
        foreach (var workload in EntriesOf(cluster["workloads"], OfWorkload))
        {
            foreach (
                var flag in new[] { workload["sidecar"], workload["gateway"] }.Where(flag => flag is { Exists: true, Value: not bool })
            )
            {
                report($"{flag.Path} is {flag.Scalar() ?? "no text"}; it is true or false.");
            }

            yield return new(
                cluster.Name,
                workload["namespace"].Text ?? "",
                workload["name"].Text ?? "",
                workload["labels"].Map(),
                workload["serviceAccount"].Text ?? "default",
                workload["sidecar"].Value as bool? ?? true,
                workload["ports"].Exists ? NamedPortsOf(workload["ports"]) : null
            )
            {
                IsGateway = workload["gateway"].IsTrue,
            };
        }
    }

    private IEnumerable<Field> EntriesOf(Field list, string[] keys)
    {
        if (list.Exists && list.Value is not IReadOnlyList<object?>)
        {
            report($"{list.Path} is no list.");
        }

        foreach (var entry in list.Items)
        {
            RefuseOthers(entry, keys);

            foreach (var missing in keys.Where(key => key is "namespace" or "name" && entry[key].Text is not { Length: > 0 }))
            {
                report($"{entry.Path} has no {missing}.");
            }

            yield return entry;
        }
    }

    private void RefuseOthers(Field of, string[] keys)
    {
        foreach (var unknown in of.Entries.Where(entry => !keys.Contains(entry.Name)))
        {
            report($"{unknown.Path} is not known; it has {string.Join(", ", keys)}.");
        }
    }

    private IEnumerable<DeclaredPort> PortsOf(Field ports)
    {
        if (ports.Items.Count == 0)
        {
            report($"{ports.Path} is no list of ports.");
        }

        foreach (var port in ports.Items)
        {
            RefuseOthers(port, OfPort);

            var target = port["targetPort"];
            yield return new(NumberOf(port["number"]), port["name"].Text ?? "http", target.Exists ? NumberOf(target) : null);
        }
    }

    private Dictionary<string, int> NamedPortsOf(Field ports) =>
        ports.Entries.ToDictionary(port => port.Name, NumberOf, StringComparer.Ordinal);

    private int NumberOf(Field port)
    {
        if (port.Port() is { } number)
        {
            return number;
        }

        report($"{port.Path} is no number of a port.");
        return 1;
    }
}
