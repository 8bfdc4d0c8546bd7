using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Preview.Access;

/// <summary>Where the intents say something else of who may call whom than the proof does, a line each.</summary>
internal sealed class AccessDifferences
{
    private const string NotAllowed = "access-not-allowed";
    private const string Undecided = "access-undecided";
    private const string NotDeclared = "access-not-declared";

    private readonly MeshProof _proof;
    private readonly MeshDefinition _definition;
    private readonly Dictionary<string, string> _trustDomains;
    private readonly ILookup<string, DeclaredAccess> _declared;
    private readonly ILookup<AccessTarget, AccessCell> _cells;

    private AccessDifferences(MeshProof proof, MeshDefinition definition)
    {
        (_proof, _definition) = (proof, definition);
        _trustDomains = proof.Snapshot.ClusterNames.ToDictionary(
            cluster => cluster,
            cluster => proof.Snapshot.ControlPlaneOf(cluster).Mesh.TrustDomain,
            StringComparer.Ordinal
        );
        _declared = definition.Accesses.Select(DeclaredAccess.From).ToLookup(access => access.Intent.Service, StringComparer.Ordinal);
        _cells = proof.Matrix.Cells.ToLookup(cell => cell.Target with { Port = 0 });
    }

    public static IReadOnlyList<Finding> Of(MeshProof proof, MeshDefinition definition)
    {
        var differences = new AccessDifferences(proof, definition);
        return [.. definition.Services.SelectMany(differences.Of).Order(Finding.Order)];
    }

    private IEnumerable<Finding> Of(Intent<InboundServiceIntent> service)
    {
        var (args, declared) = (service.Args, _declared[service.Name].ToArray());
        var cells = args
            .InstanceServices.Prepend(args.Service)
            .SelectMany(name => _cells[new(args.ControlPlane.Cluster.Name, args.Namespace, name, 0)])
            .ToArray();
        return declared.SelectMany(access => Missing(access, args, cells)).Concat(Surplus(service, declared, cells));
    }

    /// <summary>What an intent declares and the proof does not find open.</summary>
    private IEnumerable<Finding> Missing(DeclaredAccess access, InboundServiceIntent service, IReadOnlyList<AccessCell> cells)
    {
        var under = cells.Where(cell => cell.Host == access.Intent.Args.Host && cell.HostPort == access.Intent.Args.Port).ToArray();
        var own = under.Where(cell => cell.Caller == access.Caller).ToArray();
        var open = RequestBounds.Union(
            (own.Length > 0 ? own : under.Where(cell => cell.Caller == AccessCaller.Everyone(access.Caller.Cluster))).Select(cell =>
                cell.IsHttp == service.IsHttp ? cell.Requests : cell.Requests.IsDecided && !cell.Requests.Certain.IsEmpty
                    ? RequestBounds.Everything
                    : cell.Requests
            )
        );
        if (access.Requests.IsSubsetOf(open.Certain))
        {
            yield break;
        }

        var closed = access.Requests.Except(open.Possible);
        foreach (var missing in new[] { closed, access.Requests.Except(open.Certain).Except(closed) })
        {
            if (missing.Witness() is { } witness && VerdictOn(access, witness) is not Verdict.Allowed and var verdict)
            {
                yield return new(
                    Severity.Warning,
                    verdict is Verdict.Undecided ? Undecided : NotAllowed,
                    service.ControlPlane.Cluster.Name,
                    $"{service.Namespace}/{service.Service}",
                    access.Intent.Name,
                    $"it declares {RequestText.Of(missing, service.IsHttp)} for {access.Caller}; the proof says {verdict.Decision}: "
                        + $"{verdict.Reason}{By(verdict.Because)}",
                    access.Intent.Location
                );
            }
        }
    }

    private Verdict VerdictOn(DeclaredAccess access, SampleRequest witness)
    {
        var args = access.Intent.Args;
        return AccessEvaluator.Evaluate(
            _proof.Snapshot,
            access.Caller.IsOutside
                ? new Caller.Outside(access.Caller.Cluster)
                : new Caller.InMesh(access.Caller.Cluster, access.Caller.Namespace!, access.Caller.ServiceAccount!),
            new()
            {
                Host = args.Host,
                Port = args.Port,
                Method = witness.Method,
                Path = witness.Path,
                Protocol =
                    access.Caller.IsOutside ? RequestProtocol.Https
                    : args.Service.IsHttp ? RequestProtocol.Http
                    : args.Service.Protocol == "TLS" ? RequestProtocol.Https
                    : RequestProtocol.Tcp,
            }
        );
    }

    /// <summary>What the proof finds open, or leaves open, and no intent declares.</summary>
    private IEnumerable<Finding> Surplus(
        Intent<InboundServiceIntent> service,
        IReadOnlyList<DeclaredAccess> declared,
        IReadOnlyList<AccessCell> cells
    )
    {
        var found =
            from cell in cells
            let surplus = SurplusOf(cell, service.Args, declared)
            where surplus is not null && !IsAnotherKinds(cell)
            group cell.Caller.ToString() by (Requests: RequestText.Of(surplus.Possible, cell.IsHttp), surplus.Certain.IsEmpty,
                Why: string.Join("; ", surplus.Reasons), By: By(cell.Because.TakeLast(1)));
        foreach (var same in found)
        {
            var callers = same.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var who = callers.Length > 3 ? $"{string.Join(", ", callers.Take(3))} and {callers.Length - 3} more" : string.Join(", ", callers);
            yield return new(
                Severity.Warning,
                NotDeclared,
                service.Args.ControlPlane.Cluster.Name,
                $"{service.Args.Namespace}/{service.Args.Service}",
                service.Name,
                $"no intent declares {same.Key.Requests} for {who}; the proof says "
                    + (same.Key.IsEmpty ? $"undecided: {same.Key.Why}" : "allowed")
                    + same.Key.By,
                service.Location
            );
        }
    }

    private RequestBounds? SurplusOf(AccessCell cell, InboundServiceIntent service, IReadOnlyList<DeclaredAccess> declared)
    {
        // Without a sidecar nothing keeps workloads of the same cluster away, and that is what was asked for.
        if (!service.Sidecar && !cell.Caller.IsOutside && cell.Caller.Cluster == service.ControlPlane.Cluster.Name)
        {
            return null;
        }

        var own = declared.Where(access => access.IsFor(cell, _trustDomains)).Select(access => access.Requests).ToArray();
        var surplus =
            own.Length == 0 ? cell.Requests
            : cell.IsHttp ? cell.Requests.Except(RequestBounds.From(RequestSet.Union(own)))
            : RequestBounds.Nothing;
        return surplus.Possible.IsEmpty ? null : surplus;
    }

    // What a kind of its own lets in is declared by it.
    private bool IsAnotherKinds(AccessCell cell) =>
        cell.Because.Any(cause =>
            PlaceOf(cause) is { } place
            && _definition.Intents.Any(intent =>
                intent.Location == place && intent is not (Intent<ClientAccessIntent> or Intent<InboundServiceIntent>)
            )
        );

    private Manifests.SourceLocation? PlaceOf(Cause cause) =>
        _proof
            .Mesh.Locate([new(Severity.Info, "", cause.Cluster, $"{cause.Kind} {cause.Place}", "", "", null)])[0]
            .Source;

    private static string By(IEnumerable<Cause> causes) => causes.Any() ? $", by {string.Join(", ", causes)}" : "";
}
