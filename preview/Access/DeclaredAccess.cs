using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Sets;

namespace MeshStack.Preview.Access;

/// <summary>What an intent says that one caller may ask of a service.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Requests">The requests.</param>
internal sealed record DeclaredAccess(Intent<ClientAccessIntent> Intent, RequestSet Requests)
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

    /// <summary>What each of the intents declares.</summary>
    public static IEnumerable<DeclaredAccess> Of(IEnumerable<Intent<ClientAccessIntent>> intents)
    {
        // Many are for the same requests, in the same words.
        var known = new Dictionary<string, RequestSet>(StringComparer.Ordinal);
        foreach (var intent in intents)
        {
            if (!intent.Args.Service.IsHttp)
            {
                yield return new(intent, RequestSet.Everything);
                continue;
            }

            var words = string.Join('\n', intent.Args.Access.Select(rule => string.Join(' ', [.. rule.Methods, "", .. rule.Paths])));
            if (!known.TryGetValue(words, out var requests))
            {
                known[words] = requests = RequestSet.Union(intent.Args.Access.Select(Of));
            }

            yield return new(intent, requests);
        }
    }

    private static RequestSet Of(AccessRule rule) =>
        Of(rule.Methods, TextSet.Istio, RequestSet.Methods).Intersect(Of(rule.Paths, TextSet.Path, RequestSet.Paths));

    /// <summary>Whether it is for some of its callers only, whose addresses say which.</summary>
    public bool IsByAddress => Args.Cidrs.Count > 0;

    /// <summary>Whether it is for whoever the cell is of, or for those of them that come from its addresses.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="trustDomains">The trust domain of each cluster: who shares one has the same identities.</param>
    public bool IsFor(AccessCell cell, IReadOnlyDictionary<string, string> trustDomains)
    {
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
