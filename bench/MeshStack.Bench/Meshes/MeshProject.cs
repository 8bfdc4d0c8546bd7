namespace MeshStack.Bench.Meshes;

/// <summary>Writes a synthetic mesh as a project folder that <c>meshstack preview bench</c> reads.</summary>
public static class MeshProject
{
    /// <summary>Name of the stack.</summary>
    public const string Stack = "bench";

    private const int ServicesPerFile = 100;

    /// <summary>Writes the folder; the same size gives the same bytes.</summary>
    /// <exception cref="BenchException">The folder holds something already.</exception>
    public static void Write(string directory, MeshSize size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new BenchException($"{directory} is not empty");
        }

        var intents = Directory.CreateDirectory(Path.Combine(directory, "infra", "mesh", Stack)).FullName;
        Write(Path.Combine(directory, "Pulumi.yaml"), Project);
        Write(Path.Combine(directory, $"Pulumi.{Stack}.yaml"), writer => Configuration(writer, size));
        if (size.Callers > 0)
        {
            Write(
                Path.Combine(intents, "invariants.yaml"),
                writer => Invariants(writer, [.. Enumerable.Range(0, size.Services).Select(n => new SyntheticService(n, size))])
            );
        }

        for (var first = 0; first < size.Services; first += ServicesPerFile)
        {
            var services = Enumerable
                .Range(first, Math.Min(ServicesPerFile, size.Services - first))
                .Select(n => new SyntheticService(n, size));
            var folder = size.Teams == 0 ? intents : Team(directory, first / ServicesPerFile % size.Teams);
            Write(Path.Combine(folder, $"services-{first / ServicesPerFile:000}.yaml"), writer => Intents(writer, services));
        }
    }

    /// <summary>The folder of a team's stack, which is made where it is not there yet.</summary>
    private static string Team(string directory, int number)
    {
        var stack = FormattableString.Invariant($"team-{number}");
        var folder = Path.Combine(directory, "infra", "mesh", stack);
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            Write(
                Path.Combine(directory, $"Pulumi.{stack}.yaml"),
                yaml =>
                {
                    yaml.WriteLine("config:");
                    yaml.WriteLine("  pulumi:disable-default-providers: [kubernetes]");
                    yaml.WriteLine($"  meshstack:platform: {{stack: {Stack}}}");
                }
            );
        }

        return folder;
    }

    /// <summary>What holds of the mesh: who alone calls some services, whom nobody outside reaches, and calls that always get
    /// through.</summary>
    private static void Invariants(TextWriter yaml, IReadOnlyList<SyntheticService> services)
    {
        yaml.WriteLine("kind: Invariants");
        Some("only", 8, service => $"{{to: {service.Name}, from: [{string.Join(", ", service.Callers.Select(Caller))}]}}");
        Some("never", 6, service => $"{{from: outside, to: {service.Name}}}");
        Some("always", 6, service => $"{{from: {Caller(service.Callers.First())}, to: {service.Name}, method: GET, path: /api/v1/items}}");

        void Some(string list, int count, Func<SyntheticService, string> invariant)
        {
            yaml.WriteLine($"{list}:");
            foreach (var service in services.Where((_, n) => n % Math.Max(1, services.Count / count) == 0).Take(count))
            {
                yaml.WriteLine($"  - {invariant(service)}");
            }
        }

        static string Caller(SyntheticCaller caller) => $"{caller.Cluster.Name}/{caller.Namespace}/{caller.ServiceAccount}";
    }

    private static void Write(string path, Action<TextWriter> content)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        content(writer);
    }

    private static void Project(TextWriter yaml)
    {
        yaml.WriteLine("name: meshstack");
        yaml.WriteLine("runtime: dotnet");
        yaml.WriteLine("main: infra/");
    }

    private static void Configuration(TextWriter yaml, MeshSize size)
    {
        yaml.WriteLine("config:");
        yaml.WriteLine("  pulumi:disable-default-providers:");
        yaml.WriteLine("    - kubernetes");
        yaml.WriteLine($"  meshstack:meshId: {Stack}");
        yaml.WriteLine("  meshstack:trust:");
        yaml.WriteLine("    rootCertificate: {config: rootCertificate}");
        yaml.WriteLine("  meshstack:clusters:");
        foreach (var cluster in Enumerable.Range(0, size.Clusters).Select(n => new SyntheticCluster(n)))
        {
            yaml.WriteLine($"    {cluster.Name}:");
            yaml.WriteLine($"      context: {cluster.Name}");
            yaml.WriteLine($"      domain: {cluster.Domain}");
            yaml.WriteLine("      gateways:");
            yaml.WriteLine($"        eastWest: {{address: {cluster.GatewayAddress}}}");
            yaml.WriteLine("      ca:");
            yaml.WriteLine($"        certificate: {{config: {cluster.Name}CaCertificate}}");
            yaml.WriteLine($"        privateKey: {{config: {cluster.Name}CaKey}}");
            yaml.WriteLine($"        chain: {{config: {cluster.Name}CaChain}}");
        }
    }

    private static void Intents(TextWriter yaml, IEnumerable<SyntheticService> services)
    {
        foreach (var service in services)
        {
            Service(yaml, service);
            if (service.Mesh.HasRoutes)
            {
                Route(yaml, service);
            }

            foreach (var caller in service.Callers)
            {
                Access(yaml, caller);
            }
        }
    }

    private static void Service(TextWriter yaml, SyntheticService service)
    {
        yaml.WriteLine("---");
        yaml.WriteLine("kind: InboundService");
        yaml.WriteLine($"name: {service.Name}");
        yaml.WriteLine($"cluster: {service.Cluster.Name}");
        yaml.WriteLine($"namespace: team-{service.Team}");
        if (service.Mesh.HasRoutes)
        {
            yaml.WriteLine("ports:");
            yaml.WriteLine("  - {name: http, port: 8000, targetPort: 8080, exposedPort: 80}");
            yaml.WriteLine("  - {name: grpc, port: 9000, targetPort: 9090, protocol: GRPC}");
        }
        else
        {
            yaml.WriteLine("protocol: HTTP");
            yaml.WriteLine("port: 8000");
            yaml.WriteLine("targetPort: 8080");
            yaml.WriteLine("exposedPort: 80");
        }

        yaml.WriteLine($"serviceAccount: {service.Name}");
        if (service.LoadBalancing is { } balancing)
        {
            yaml.WriteLine($"loadBalancing: {balancing}");
        }

        if (service.HasConnectionPool)
        {
            yaml.WriteLine("connectionPool:");
            yaml.WriteLine("  tcp: {maxConnections: 100, connectTimeout: 2s}");
            yaml.WriteLine("  http: {http1MaxPendingRequests: 50, maxRequestsPerConnection: 100}");
        }

        if (service.HasOutlierDetection)
        {
            yaml.WriteLine("outlierDetection: {consecutive5xxErrors: 7, interval: 30s, baseEjectionTime: 1m}");
        }
    }

    private static void Route(TextWriter yaml, SyntheticService service)
    {
        yaml.WriteLine("---");
        yaml.WriteLine("kind: ServiceRoute");
        yaml.WriteLine($"name: {service.Name}");
        yaml.WriteLine($"service: {service.Name}");
        yaml.WriteLine("subsets:");
        yaml.WriteLine("  - {name: v1, labels: {version: v1}}");
        yaml.WriteLine("  - {name: v2, labels: {version: v2}}");
        yaml.WriteLine("routes:");
        yaml.WriteLine("  - name: testers");
        yaml.WriteLine("    match: [{headers: {x-tester: {exact: \"true\"}}}]");
        yaml.WriteLine("    to: [{subset: v2}]");
        yaml.WriteLine("    timeout: 30s");
        yaml.WriteLine("    retries: {attempts: 2, perTryTimeout: 10s}");
        yaml.WriteLine("  - name: canary");
        yaml.WriteLine($"    canary: {{from: v1, to: v2, steps: [5, 25, 50, 100], step: {service.CanaryStep}}}");
    }

    private static void Access(TextWriter yaml, SyntheticCaller caller)
    {
        yaml.WriteLine("---");
        yaml.WriteLine("kind: ClientAccess");
        yaml.WriteLine($"name: {caller.Name}");
        yaml.WriteLine($"service: {caller.Service.Name}");
        yaml.WriteLine($"cluster: {caller.Cluster.Name}");
        yaml.WriteLine($"namespace: {caller.Namespace}");
        yaml.WriteLine($"serviceAccount: {caller.ServiceAccount}");
        yaml.WriteLine("access:");
        foreach (var rule in caller.Access)
        {
            yaml.WriteLine($"  - {rule}");
        }
    }
}
