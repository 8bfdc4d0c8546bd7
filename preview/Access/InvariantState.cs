using MeshStack.Analysis.Reach;

namespace MeshStack.Preview.Access;

/// <summary>Whether an invariant of a mesh holds, with what shows that it does not.</summary>
/// <param name="Invariant">The invariant.</param>
/// <param name="Breaches">The requests that are against it, or may be.</param>
internal sealed record InvariantState(Invariant Invariant, IReadOnlyList<InvariantBreach> Breaches)
{
    /// <summary>How the codes of findings about invariants begin.</summary>
    public const string CodeStart = "invariant-";

    /// <summary>The code of what is found of it.</summary>
    public string Code =>
        CodeStart
        + Invariant.Kind switch
        {
            InvariantKind.RoutedBy => "routed-by",
            InvariantKind.NeverReaches => "never-reaches",
            var kind => kind.ToString().ToLowerInvariant(),
        };

    /// <summary>What becomes of it.</summary>
    public InvariantOutcome Outcome =>
        Breaches.Count == 0 ? InvariantOutcome.Holds
        : Shown!.IsCertain ? InvariantOutcome.Fails
        : InvariantOutcome.Undecided;

    /// <summary>The request that shows it; null where the invariant holds.</summary>
    public InvariantBreach? Shown => Breaches.FirstOrDefault(breach => breach.IsCertain) ?? (Breaches.Count > 0 ? Breaches[0] : null);

    /// <summary>The invariant in words: <c>never outside to payments</c>.</summary>
    public string Text
    {
        get
        {
            IReadOnlyList<object> named = Invariant.Kind == InvariantKind.RoutedBy ? Invariant.Namespaces : Invariant.From;
            var from = named.Count == 0 ? "nobody" : string.Join(", ", named);
            var to = $"{Invariant.To.Cluster ?? "*"}/{Invariant.To.Namespace ?? "*"}/{string.Join(",", Invariant.To.Services ?? ["*"])}";
            var asked = string.Join(' ', new[] { Invariant.Method, Invariant.Path }.OfType<string>());
            var within = Invariant.Within is { } most ? FormattableString.Invariant($" within {most}") : "";
            var except = Invariant.Except.Count == 0 ? "" : $" except by {string.Join(", ", Invariant.Except)}";
            return $"{Invariant.Key} {from} to {to}{within}{except}{(asked.Length > 0 ? $": {asked}" : "")}";
        }
    }

    /// <summary>The states of all invariants of a mesh.</summary>
    public static IReadOnlyList<InvariantState> Of(MeshProof proof)
    {
        var invariants = proof.Mesh.Invariants;
        if (invariants.Count == 0)
        {
            return [];
        }

        var cells = new InvariantCells(proof.Matrix);
        var reach = new Lazy<AccessReach>(() => AccessReach.From(proof.Matrix));
        return
        [
            .. invariants.Select(invariant => new InvariantState(
                invariant,
                invariant.Kind switch
                {
                    InvariantKind.Always => MissingAccess.Of(invariant, proof.Mesh.Facts, proof.Snapshot),
                    InvariantKind.RoutedBy => RoutedCallsCheck.Of(invariant, proof),
                    InvariantKind.NeverReaches => ChainCheck.Of(invariant, reach.Value),
                    _ => cells.Breaches(invariant),
                }
            )),
        ];
    }

    /// <summary>What is to be said of it at its line; null where it holds.</summary>
    public Finding? Finding()
    {
        if (Shown is not { } breach)
        {
            return null;
        }

        var objects = breach.Because.Count == 0 ? "" : $", by {string.Join(", ", breach.Because)}";
        var count = Breaches.Count(one => one.IsCertain == breach.IsCertain);
        var more = count > 1 ? FormattableString.Invariant($" (and {count - 1} more)") : "";
        return new(
            breach.IsCertain ? Severity.Error : Severity.Warning,
            Code,
            breach.Cluster,
            breach.Target,
            Invariant.Where,
            $"{breach.Request}{objects}{more}",
            Invariant.Location
        );
    }
}
