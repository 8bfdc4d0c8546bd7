using MeshStack.Istio;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace MeshStack;

/// <summary>One caller let in: an ALLOW policy at the server and, in another cluster, the service imported for the caller's namespace.</summary>
/// <remarks>Istio ORs the ALLOW policies of a workload. Each access owns exactly one, so removing it takes this caller's access away and nobody else's.</remarks>
public sealed class ClientAccess : ComponentResource
{
    /// <summary>Lets the caller in.</summary>
    /// <exception cref="ResourceException">The args contradict themselves or the service; all contradictions are named.</exception>
    public ClientAccess(string name, ClientAccessArgs args, ComponentResourceOptions? options = null)
        : base("meshstack:index:ClientAccess", name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var service = args.Service;
        args.Problems(service.Args).Enforce(this);

        _ = new AuthorizationPolicy(
            name + "-allow",
            new AuthorizationPolicyArgs
            {
                Metadata = new ObjectMetaArgs { Name = name, Namespace = AccessPolicy.Namespace(service.Args) },
                Spec = AccessPolicy.For(args),
            },
            service.Configured(this));

        if (args is { ControlPlane: { } client, Namespace: { } @namespace } && args.NeedsImport(service.Args))
        {
            var import = service.ImportInto(client, @namespace);
            if (args.Headless ?? service.Args.Headless)
            {
                import.IncludeInstances();
            }
        }

        RegisterOutputs(new Dictionary<string, object?> { ["host"] = args.Host(service.Args) });
    }
}
