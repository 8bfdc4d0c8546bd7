namespace MeshStack.Bench.Meshes;

/// <summary>One caller of a synthetic service.</summary>
/// <param name="Number">Its number among the service's callers, from 0.</param>
/// <param name="Service">The service.</param>
public sealed record SyntheticCaller(int Number, SyntheticService Service)
{
    private static readonly string[][] Requests =
    [
        ["{methods: [GET], paths: [/api/v1/items, /api/v1/items/*]}"],
        ["{methods: [GET]}", "{methods: [POST], paths: [/api/v1/orders]}"],
        ["{methods: [\"*\"]}"],
    ];

    private static readonly string[][] RequestsToPorts =
    [
        [
            "{port: http, methods: [GET], paths: [/api/v1/items, /api/v1/items/*]}",
            "{port: grpc, methods: [POST], paths: [/items.v1.Items/*]}",
        ],
        ["{port: http, methods: [GET]}", "{port: http, methods: [POST], paths: [/api/v1/orders]}", "{port: grpc, methods: [\"*\"]}"],
        ["{port: http, methods: [\"*\"]}", "{port: grpc, methods: [\"*\"]}"],
    ];

    /// <summary>Name of the ClientAccess.</summary>
    public string Name => $"client-{Number}-to-{Service.Name}";

    /// <summary>Its namespace, which no other caller of the service shares, so that each imports the service for itself.</summary>
    public string Namespace => $"clients-{Service.Team}-{Number}";

    /// <summary>Its service account.</summary>
    public string ServiceAccount => $"client-{Number}";

    /// <summary>Its cluster, another than the service's.</summary>
    public SyntheticCluster Cluster
    {
        get
        {
            var clusters = Service.Mesh.Clusters;
            return new((Service.Number + 1 + Number % (clusters - 1)) % clusters);
        }
    }

    /// <summary>What it may ask for, as the definition has it.</summary>
    public IReadOnlyList<string> Access
    {
        get
        {
            var kinds = Service.Mesh.HasRoutes ? RequestsToPorts : Requests;
            var own = kinds[Number % kinds.Length];
            return Service is { Number: 0, Mesh.IsWidened: true } && Number == 0 ? [.. own, Widened] : own;
        }
    }

    private string Widened => $"{{{(Service.Mesh.HasRoutes ? "port: http, " : "")}methods: [DELETE], paths: [/api/v1/items/*]}}";

    /// <summary>Host under which it asks for the service.</summary>
    public string Host => $"{Service.Name}.team-{Service.Team}.{Service.Cluster.Domain}";
}
