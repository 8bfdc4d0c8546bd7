namespace MeshStack.Manifests;

/// <summary>The connection pools of a DestinationRule's traffic policies or of a Sidecar.</summary>
internal static class ConnectionPools
{
    public static IEnumerable<Field> Of(Subject subject) =>
        (
            subject.Kind == "Sidecar"
                ? subject.Spec["ingress"].Items.Select(listener => listener["connectionPool"]).Append(subject.Spec["inboundConnectionPool"])
                : TrafficPolicies.Of(subject).Select(policy => policy["connectionPool"])
        ).Where(pool => pool.Exists);
}
