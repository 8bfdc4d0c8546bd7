using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;
using MeshStack.Definition.Intents;

namespace MeshStack.Preview.Access;

/// <summary>What an intent says that one caller may ask of a port of a service.</summary>
/// <param name="Intent">The intent, as if it were for that caller alone.</param>
/// <param name="Port">The port.</param>
/// <param name="Requests">The requests.</param>
internal sealed record DeclaredAccess(Intent<ClientAccessIntent> Intent, ServicePort Port, RequestSet Requests)
{
    private ClientAccessIntent Args => Intent.Args;

    /// <summary>The caller as a matrix has it.</summary>
    public AccessCaller Caller =>
        Args.Type switch
        {
            ClientTypes.External => new(Args.Service.ControlPlane.Cluster.Name, null, null, IsOutside: true),
            ClientTypes.Kubernetes => new(Args.ControlPlane!.Cluster.Name, Args.Namespace, DeclaredCallers.NoIdentity, IsOutside: false),
            _ => new(Args.ControlPlane!.Cluster.Name, Args.Namespace, Args.ServiceAccount ?? DeclaredCallers.AnyAccount, IsOutside: false),
        };

    /// <summary>What each of the intents declares for each of its callers.</summary>
    public static IEnumerable<DeclaredAccess> Of(IEnumerable<Intent<ClientAccessIntent>> intents)
    {
        // Many are for the same requests, in the same words.
        var known = new Dictionary<string, RequestSet>(StringComparer.Ordinal);
        var each = intents.SelectMany(intent => intent.Args.Each.Select(one => intent with { Args = one }));
        foreach (var (intent, port) in each.SelectMany(intent => intent.Args.Ports.Select(port => (intent, port))))
        {
            if (!port.IsHttp)
            {
                yield return new(intent, port, RequestSet.Everything);
                continue;
            }

            AccessRule[] rules = [.. intent.Args.Access.Where(rule => intent.Args.PortOf(rule) == port)];
            var words = string.Join('\n', rules.Select(rule => string.Join(' ', [.. rule.Methods, "", .. rule.Paths])));
            if (!known.TryGetValue(words, out var requests))
            {
                known[words] = requests = RequestSet.Union(rules.Select(Of));
            }

            yield return new(intent, port, requests);
        }
    }

    /// <summary>Port that the caller uses to get to the port of the service.</summary>
    public int CallersPort => Args.PortFor(Port);

    private static RequestSet Of(AccessRule rule) =>
        Of(rule.Methods, TextSet.Istio, RequestSet.Methods).Intersect(Of(rule.Paths, TextSet.Path, RequestSet.Paths));

    /// <summary>Whether it is for some of its callers only, whose addresses say which.</summary>
    public bool IsByAddress => Args.Cidrs.Count > 0;

    /// <summary>Whether it is for whoever the cell is of, or for those of them that come from its addresses.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="trustDomains">The trust domain of each cluster: who shares one has the same identities.</param>
    public bool IsFor(AccessCell cell, IReadOnlyDictionary<string, string> trustDomains)
    {
        if (Args.Service.Ports.Count > 0 && cell.Target.Port != Port.Number)
        {
            return false;
        }

        // Who comes by an ingress gateway comes as those outside do.
        if (cell.Caller.IsOutside || cell.Gateway is not null)
        {
            return Args.Type == ClientTypes.External;
        }

        return Args.Type switch
        {
            // Of callers without an identity nothing is known but their addresses.
            ClientTypes.Kubernetes => true,
            ClientTypes.Istio => trustDomains.GetValueOrDefault(cell.Caller.Cluster)
                == trustDomains.GetValueOrDefault(Args.ControlPlane!.Cluster.Name)
                && cell.Caller.Namespace == Args.Namespace
                && (Args.ServiceAccount is null || cell.Caller.ServiceAccount == Args.ServiceAccount),
            _ => false,
        };
    }

    private static RequestSet Of(IReadOnlyList<string> patterns, Func<string, TextSet> texts, Func<TextSet, RequestSet> requests) =>
        patterns.Count == 0 || patterns.Contains("*") ? RequestSet.Everything : requests(TextSet.Union(patterns.Select(texts)));
}
