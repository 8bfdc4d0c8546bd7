using MeshStack.Analysis.Config.Routing;
using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;

namespace MeshStack.Analysis.Findings;

/// <summary>ServiceEntries for services of other clusters whose gateway does not let their name through.</summary>
internal static class LostImports
{
    public static IEnumerable<Finding> Of(FindingSubject subject, GovernedControlPlane controlPlane)
    {
        var open = subject
            .Matrix.Cells.Where(cell => controlPlane.Workloads.Count > 0)
            .Select(cell => cell.Host)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var entry in controlPlane
                .ControlPlane.Entries.SelectMany(entries => entries)
                .Where(entry => !entry.IsWildcard && !open.Contains(entry.Host))
        )
        {
            if (
                !entry.Endpoints.Any(endpoint =>
                    subject.Snapshot.Addresses.ServiceAt(endpoint.Address) is { } gateway && gateway.Cluster != entry.Cluster
                )
            )
            {
                continue;
            }

            foreach (var port in entry.Ports.Where(port => port.Protocol != ServiceProtocol.Kind.Udp))
            {
                var verdict = AccessEvaluator.Evaluate(
                    subject.Snapshot,
                    new Caller.InMesh(controlPlane.ControlPlane.Name, entry.Namespace, "default"),
                    new Request
                    {
                        Host = entry.Host,
                        Port = port.Number,
                        Protocol = SymbolicQuestion.ProtocolsOf(port.Protocol)[0],
                    }
                );
                if (verdict is Verdict.Unreachable { Step: AccessStep.Gateway } lost)
                {
                    var manifest = controlPlane
                        .ControlPlane.Objects.Of("ServiceEntry", entry.Namespace)
                        .First(one => one.Name == entry.Name);
                    yield return FindingSubject.Finding(
                        Severity.Warning,
                        AccessFindingCodes.ImportWithoutServer,
                        manifest,
                        "spec.hosts",
                        string.Create(
                            System.Globalization.CultureInfo.InvariantCulture,
                            $"{entry.Host}:{port.Number} leads nowhere: "
                                + $"{lost.Reason}{(lost.Because.Count > 0 ? $" ({lost.Because[0]})" : "")}."
                        )
                    );
                }
            }
        }
    }
}
