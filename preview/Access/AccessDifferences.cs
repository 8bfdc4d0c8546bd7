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

    private const int MostCallers = 3;

    private readonly MeshProof _proof;
    private readonly HashSet<SourceLocation> _others;
    private readonly Dictionary<string, string> _trustDomains;
    private readonly ILookup<string, DeclaredAccess> _declared;
    private readonly ILookup<AccessTarget, AccessCell> _cells;
    private readonly Lazy<ILookup<(string Host, int Port), AccessCell>> _cellsByHost;

    // Many services have the same accesses, and many callers the same requests.
    private readonly Dictionary<(RequestSet, RequestSet), RequestSet> _rests = [];

    private AccessDifferences(MeshProof proof, MeshDefinition definition)
    {
        _proof = proof;
        _others =
        [
            .. definition
                .Intents.Where(one =>
                    one
                        is not (
                            Intent<ClientAccessIntent>
                            or Intent<CallerGroupIntent>
                            or Intent<InboundServiceIntent>
                            or Intent<InvariantsIntent>
                        )
                )
                .Select(one => one.Location),
        ];
        _trustDomains = proof.Snapshot.ClusterNames.ToDictionary(
            cluster => cluster,
            cluster => proof.Snapshot.ControlPlaneOf(cluster).Mesh.TrustDomain,
            StringComparer.Ordinal
        );
        _declared = DeclaredAccess.Of(definition.Accesses).ToLookup(access => access.Intent.Service, StringComparer.Ordinal);
        _cells = proof.Matrix.Cells.ToLookup(cell => cell.Target with { Port = 0 });
        _cellsByHost = new(() => proof.Matrix.Cells.ToLookup(cell => (cell.Host, cell.HostPort)));
    }

    public static IReadOnlyList<Finding> Of(MeshProof proof, MeshDefinition definition)
    {
        var differences = new AccessDifferences(proof, definition);
        return [.. definition.Services.SelectMany(differences.Of).Order(Finding.Order)];
    }

    private IEnumerable<Finding> Of(Intent<InboundServiceIntent> service) =>
        service.Args.Places.SelectMany(place => OfPlace(service with { Args = place }));

    private IEnumerable<Finding> OfPlace(Intent<InboundServiceIntent> service)
    {
        var args = service.Args;
        var declared = _declared[service.Name]
            .Where(access => access.Intent.Args.Service.ControlPlane.Cluster.Name == args.ControlPlane.Cluster.Name)
            .ToArray();
        var cells = args
            .InstanceServices.Prepend(args.Service)
            .SelectMany(name => _cells[new(args.ControlPlane.Cluster.Name, args.Namespace, name, 0)])
            .ToArray();
        return declared.SelectMany(access => Missing(access, args, cells)).Concat(Surplus(service, declared, cells));
    }

    /// <summary>What an intent declares and the proof does not find open.</summary>
    private IEnumerable<Finding> Missing(DeclaredAccess access, InboundServiceIntent service, IReadOnlyList<AccessCell> cells)
    {
        var under = cells.Where(cell => cell.Host == access.Intent.Args.Host && cell.HostPort == access.CallersPort).ToArray();
        var own = under.Where(cell => cell.Caller == access.Caller).ToArray();
        var open = RequestBounds.Union(
            (own.Length > 0 ? own : under.Where(cell => cell.Caller == AccessCaller.Everyone(access.Caller.Cluster))).Select(cell =>
                cell.IsHttp == access.Port.IsHttp ? cell.Requests
                : cell.Requests.IsDecided && !cell.Requests.Certain.IsEmpty ? RequestBounds.Everything
                : cell.Requests
            )
        );
        if (Rest(access.Requests, open.Certain).IsEmpty)
        {
            yield break;
        }

        // Whether a caller comes from its addresses is not known, and not what is asked.
        var meant = AtItsPaths(access, service).Except(Elsewhere(access, service));
        var closed = meant.Except(open.Possible);
        var undecided = access.IsByAddress ? RequestSet.Nothing : meant.Except(open.Certain).Except(closed);
        foreach (var missing in new[] { closed, undecided })
        {
            if (
                missing.Witness() is { } witness
                && VerdictOn(access, witness) is not Verdict.Allowed and var verdict
                && !(IsRouted(service) && verdict is Verdict.Unreachable { IsAnswered: true })
            )
            {
                yield return new(
                    Severity.Warning,
                    verdict is Verdict.Undecided ? Undecided : NotAllowed,
                    service.ControlPlane.Cluster.Name,
                    $"{service.Namespace}/{service.Service}",
                    access.Intent.Name,
                    $"it declares {RequestText.Of(missing, access.Port.IsHttp)} for {access.Caller}; the proof says {verdict.Decision}: "
                        + $"{verdict.Reason}{By(verdict.Because)}",
                    access.Intent.Location
                );
            }
        }
    }

    private static bool IsRouted(InboundServiceIntent service) =>
        service.Route is not null || service.Sharing.Count > 0 || service.LedToAs is not null;

    /// <summary>Of what is declared for clients outside, what a host that several services share leads to the service.</summary>
    private static RequestSet AtItsPaths(DeclaredAccess access, InboundServiceIntent service)
    {
        if (!access.Caller.IsOutside)
        {
            return access.Requests;
        }

        var own = service.ExternalPaths.Count > 0 ? access.Requests.Intersect(Paths(service.ExternalPaths)) : access.Requests;
        return service.Sharing.Count > 0 ? own.Except(Paths(service.Sharing.SelectMany(other => other.ExternalPaths))) : own;
    }

    private static RequestSet Paths(IEnumerable<string> patterns) => RequestSet.Paths(TextSet.Union(patterns.Select(TextSet.Istio)));

    /// <summary>The requests that routes lead to other services, which say themselves who may ask.</summary>
    private RequestSet Elsewhere(DeclaredAccess access, InboundServiceIntent service) =>
        IsRouted(service)
            ? RequestSet.Union(
                _cellsByHost
                    .Value[(access.Intent.Args.Host, access.CallersPort)]
                    .Where(cell =>
                        cell.Caller == access.Caller && (cell.Target.Namespace, cell.Target.Service) != (service.Namespace, service.Service)
                    )
                    .Select(cell => cell.Requests.Possible)
            )
            : RequestSet.Nothing;

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
                Port = access.CallersPort,
                Method = witness.Method,
                Path = witness.Path,
                Protocol = ClientProtocol.Of(access.Port.Protocol, access.Caller.IsOutside),
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
            from part in SurplusOf(cell, service.Args, declared)
            where !IsAnotherKinds(cell)
            group cell.Caller.ToString() by (
                part.Declared,
                Requests: RequestText.Of(part.Requests, cell.IsHttp),
                Decision: part.IsCertain ? "allowed" : $"undecided: {string.Join("; ", cell.Requests.Reasons)}",
                By: cell.Because.Count > 0 ? By(cell.Because.TakeLast(1)) : ", and no object keeps it away"
            );
        foreach (var same in found)
        {
            var callers = RequestText.Shortened(
                [.. same.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                MostCallers,
                int.MaxValue
            );
            yield return new(
                Severity.Warning,
                NotDeclared,
                service.Args.ControlPlane.Cluster.Name,
                $"{service.Args.Namespace}/{service.Args.Service}",
                service.Name,
                (
                    same.Key.Declared is { } declares
                        ? $"intents declare {declares} for {string.Join(", ", callers)}, and not {same.Key.Requests}"
                        : $"no intent declares {same.Key.Requests} for {string.Join(", ", callers)}"
                ) + $"; the proof says {same.Key.Decision}{same.Key.By}",
                service.Location
            );
        }
    }

    private IEnumerable<(string? Declared, RequestSet Requests, bool IsCertain)> SurplusOf(
        AccessCell cell,
        InboundServiceIntent service,
        IReadOnlyList<DeclaredAccess> declared
    )
    {
        // Without a sidecar nothing keeps workloads of the same cluster away, and that is what was asked for.
        if (!service.Sidecar && !cell.Caller.IsOutside && cell.Caller.Cluster == service.ControlPlane.Cluster.Name)
        {
            yield break;
        }

        // What is for certain addresses is not for every caller, and undecided where none is known.
        var own = declared.Where(access => access.IsFor(cell, _trustDomains)).ToArray();
        var certain = Rest(cell.Requests.Certain, Declared(own.Where(access => !access.IsByAddress), cell.IsHttp));
        var undecided = cell.Requests.IsDecided ? RequestSet.Nothing : cell.Requests.Undecided.Except(Declared(own, cell.IsHttp));
        if (certain.IsEmpty && undecided.IsEmpty)
        {
            yield break;
        }

        // All but a few requests are many words, and where some are declared the whole of them is plainer.
        var text = own.Length == 0 ? null : RequestText.Of(Declared(own, isHttp: true), own[0].Port.IsHttp);
        if (!certain.IsEmpty)
        {
            yield return (text, text is null ? certain : cell.Requests.Certain, true);
        }

        if (!undecided.IsEmpty)
        {
            yield return (text, text is null ? undecided : cell.Requests.Undecided, false);
        }
    }

    private RequestSet Rest(RequestSet requests, RequestSet without) =>
        _rests.TryGetValue((requests, without), out var rest) ? rest : _rests[(requests, without)] = requests.Except(without);

    private static RequestSet Declared(IEnumerable<DeclaredAccess> accesses, bool isHttp)
    {
        RequestSet[] sets = [.. accesses.Select(access => access.Requests)];
        return sets.Length == 0 ? RequestSet.Nothing
            : sets.Length == 1 && isHttp ? sets[0]
            : isHttp ? RequestSet.Union(sets)
            : RequestSet.Everything;
    }

    // What a kind of its own lets in is declared by it.
    private bool IsAnotherKinds(AccessCell cell) =>
        _others.Count > 0
        && _proof
            .Mesh.Locate([
                .. cell.Because.Select(cause => new Finding(Severity.Info, "", cause.Cluster, $"{cause.Kind} {cause.Place}", "", "", null)),
            ])
            .Any(found => found.Source is { } place && _others.Contains(place));

    private static string By(IEnumerable<Cause> causes) => causes.Any() ? $", by {string.Join(", ", causes)}" : "";
}
