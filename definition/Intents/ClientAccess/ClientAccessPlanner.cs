namespace MeshStack.Definition.Intents;

/// <summary>One caller let in: an ALLOW policy at the server and, in another cluster, the service imported for the caller's
/// namespace.</summary>
/// <remarks>Istio ORs the ALLOW policies of a workload. Each access owns exactly one, so removing it takes this caller's access away and
/// nobody else's.</remarks>
internal static class ClientAccessPlanner
{
    /// <summary>Lets the caller in.</summary>
    public static void Plan(PlannedScope scope, ClientAccessIntent access)
    {
        var service = access.Service;
        scope.Configured(
            service.ControlPlane,
            service.Namespace,
            scope.Child("allow"),
            "AuthorizationPolicy",
            Metadata.Of(scope.Name, AccessPolicy.NamespaceFor(service)),
            AccessPolicy.For(access).ToTree()
        );
        if (access is { ControlPlane: { } client, Namespace: { } home })
        {
            var hasSidecar = access.Type != ClientTypes.Kubernetes;
            scope.Plan.Facts.Callers.Add(new(client.Cluster.Name, home, hasSidecar ? access.ServiceAccount : null, hasSidecar));
        }

        scope.Outputs(("host", access.Host));
    }
}
