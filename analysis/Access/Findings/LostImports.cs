namespace MeshStack.Analysis.Access;

/// <summary>ServiceEntries for services of other clusters whose gateway does not let their name through.</summary>
internal static class LostImports
{
    public static IEnumerable<Finding> Of(ProofSubject subject, GovernedPlane plane)
    {
        var open = subject
            .Matrix.Cells.Where(cell => plane.Workloads.Count > 0)
            .Select(cell => cell.Host)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var entry in plane.Plane.Entries.SelectMany(entries => entries).Where(entry => !entry.IsWildcard && !open.Contains(entry.Host))
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
                    new Caller.InMesh(plane.Plane.Name, entry.Namespace, "default"),
                    new Request
                    {
                        Host = entry.Host,
                        Port = port.Number,
                        Protocol = FamilyQuestion.ProtocolOf(port.Protocol),
                    }
                );
                if (verdict is Verdict.Unreachable { Step: AccessStep.Gateway } lost)
                {
                    var manifest = plane.Plane.Objects.Of("ServiceEntry", entry.Namespace).First(one => one.Name == entry.Name);
                    yield return ProofSubject.Finding(
                        Severity.Warning,
                        ProofCodes.ImportWithoutServer,
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
