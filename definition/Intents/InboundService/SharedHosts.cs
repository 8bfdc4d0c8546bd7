namespace MeshStack.Definition.Intents;

/// <summary>Services that share a host for clients outside the mesh: one has the certificate, and the others have paths.</summary>
/// <param name="checks">The definition.</param>
internal sealed class SharedHosts(IntentChecks checks)
{
    private readonly ILookup<(string Cluster, string? Host), InboundServiceDocument> _services = checks
        .Of<InboundServiceDocument>()
        .Where(s => s.IsPlaced && s.Intent.ExternalName is not null)
        .SelectMany(s => s.Clusters.Distinct(StringComparer.Ordinal).Select(cluster => (Cluster: cluster, Service: s)))
        .ToLookup(s => (s.Cluster, s.Service.Intent.ExternalName), s => s.Service);

    /// <summary>The services that have paths of a service's host.</summary>
    public IReadOnlyList<InboundServiceDocument> With(InboundServiceDocument service) =>
        service.Intent is { ExternalName: { } host, HasCertificate: true }
            ?
            [
                .. service
                    .Clusters.SelectMany(cluster => _services[(cluster, host)])
                    .Distinct()
                    .Where(other => other != service && !other.Intent.HasCertificate),
            ]
            : [];

    /// <summary>Reports what does not go together.</summary>
    public void Check()
    {
        foreach (var shared in _services)
        {
            Check(shared.Key.Cluster, [.. shared]);
        }
    }

    private void Check(string cluster, IReadOnlyList<InboundServiceDocument> shared)
    {
        // A host that services in several clusters share is one everywhere, or its paths lead to one cluster's service only in that.
        foreach (var service in shared.Where(s => !s.Clusters.ToHashSet(StringComparer.Ordinal).SetEquals(shared[0].Clusters)))
        {
            checks.Error(
                service,
                "externalName",
                $"'{service.Intent.ExternalName}' is the host of {shared[0].Name} at {IntentChecks.At(shared[0])} too, which is in "
                    + $"{shared[0].Place}, and this one in {service.Place}: services that share a host are in the same clusters"
            );
        }

        var host = shared[0].Intent.ExternalName;
        var owner = shared.FirstOrDefault(s => s.Intent.HasCertificate);
        var rest = shared.FirstOrDefault(s => s.Intent.ExternalPaths.Count == 0);
        var paths = new Dictionary<string, InboundServiceDocument>(StringComparer.Ordinal);
        foreach (var service in shared)
        {
            if (service.Intent.ExternalPaths.Count == 0 && service != rest)
            {
                checks.Error(
                    service,
                    "externalName",
                    $"'{host}' is the host of {rest!.Name} at {IntentChecks.At(rest)} already: give this one externalPaths, "
                        + "or a host of its own"
                );
                continue;
            }

            if (owner is null && service.Intent.ExternalPaths.Count > 0)
            {
                checks.Error(
                    service,
                    "externalName",
                    $"no InboundService of {cluster} says how '{host}' proves who it is: give one certificates, credentialName or "
                        + "certificateIssuer"
                );
            }
            else if (service != owner)
            {
                foreach (var key in ExternalRules.Given(service.Intent))
                {
                    checks.Error(service, key, $"{owner!.Name} at {IntentChecks.At(owner)} says it for '{host}': remove it here");
                }
            }

            for (var i = 0; i < service.Intent.ExternalPaths.Count; i++)
            {
                var path = service.Intent.ExternalPaths[i];
                if (!paths.TryAdd(path, service) && paths[path] is var first && first != service)
                {
                    checks.Error(
                        service,
                        FormattableString.Invariant($"externalPaths[{i}]"),
                        $"'{path}' of '{host}' leads to {first.Name} at {IntentChecks.At(first)} already"
                    );
                }
            }
        }
    }
}
