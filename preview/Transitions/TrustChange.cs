namespace MeshStack.Preview.Transitions;

/// <summary>What another root, or another phase of a rotation, does to calls.</summary>
/// <remarks>
/// Clusters may be at different steps, after an update that left one out or failed. The step that comes next has to be safe beside each
/// of them: while it is taken, and where it does not get to one of them again.
/// </remarks>
internal static class TrustChange
{
    public static IEnumerable<TransitionNotice> Check(MeshState before, MeshState after)
    {
        var states = before
            .Clusters.SelectMany(c => c.Value.Trust.Select(state => (Cluster: c.Key, State: state)))
            .GroupBy(c => c.State, c => c.Cluster)
            .ToList();
        var steps =
            states.Count > 0
                ? states.Select(s => (State: s.Key, Clusters: (IReadOnlyList<string>)[.. s.Distinct(StringComparer.Ordinal)])).ToList()
            : before.Trust is { } asked ? [(asked, [])]
            : [];
        if (after.Trust is not { } to)
        {
            foreach (var notice in Left(steps.Select(s => s.State.ToTrust().Signer), after))
            {
                yield return notice;
            }

            yield break;
        }

        // A key and a fingerprint are no names of the same kind.
        var names = steps.SelectMany(s => new[] { s.State.From, s.State.Root }).OfType<string>();
        var isUndecided =
            (!after.UnknownRoots.IsEmpty && names.Any(Roots.IsFingerprint))
            || (!before.UnknownRoots.IsEmpty && new[] { to.From, to.Root }.OfType<string>().Any(Roots.IsFingerprint));
        if (isUndecided || after.UnknownRoots.Any(value => before.UnknownRoots.Any(known => IsAnother(known, value))))
        {
            yield return Unjudged(before, after);
        }

        if (isUndecided)
        {
            yield break;
        }

        // Nothing was asked for yet where no update has ended.
        if (steps.Count == 0 && before.MeshId.Length > 0 && before.Clusters.Count > 0)
        {
            yield return new(
                TransitionKind.Warning,
                "trust",
                $"root {to.ToTrust().Signer} comes in place of the one that each istiod made or something else signs with: unless that is "
                    + "the same, calls between workloads with certificates of before and after fail until all are restarted"
            );
        }

        foreach (var notice in Unmarked(before, to))
        {
            yield return notice;
        }

        List<TrustState> all = [.. steps.Select(s => s.State.ToTrust())];
        var problems = steps
            .Where(s => s.State != to)
            .Select(s => (s.Clusters, Problem: TrustTransition.Check(s.State.ToTrust(), to.ToTrust(), all)))
            .Where(s => s.Problem is not null)
            .ToList();
        foreach (var (clusters, problem) in problems)
        {
            // Where all clusters are at the same step, it is that of the mesh.
            var where = steps.Count > 1 ? $"in {string.Join(" and ", clusters)}, " : "";
            yield return new(TransitionKind.Refused, "trust", where + problem!.Message);
        }

        if (problems.Count == 0 && steps.Any(s => s.State != to))
        {
            if (steps.Any(s => s.State.Phase != to.Phase) && Once(to) is { } once)
            {
                yield return new(TransitionKind.Warning, "trust", once);
            }

            if (Next(to) is { } next)
            {
                yield return new(TransitionKind.ToDo, "trust", next);
            }
        }
    }

    /// <summary>What was asked for last was asked of all clusters, and one that no update has reached since an older MeshStack is not
    /// there.</summary>
    private static IEnumerable<TransitionNotice> Unmarked(MeshState before, RootState to)
    {
        var unmarked = before.Clusters.Where(c => c.Value.IsTrustUnmarked).Select(c => c.Key).ToList();
        var isPassedOver = before.Clusters.Values.Any(c => c is { IsTrustUnmarked: false, HasCa: true });
        if (unmarked.Count > 0 && isPassedOver && before.Trust is { } asked && asked != to)
        {
            yield return new(
                TransitionKind.Refused,
                "trust",
                $"in {string.Join(" and ", unmarked)}, nothing says which roots are trusted: an older MeshStack wrote the CA there, and no "
                    + $"update has reached it since; safe next: {asked.ToTrust()}"
            );
        }
    }

    // What is not set on either side is no part of the change.
    private static bool IsAnother(ConfigurationValue known, ConfigurationValue value) =>
        known.Key == value.Key && (known.IsSet != value.IsSet || known.Sealed != value.Sealed);

    /// <summary>Whether a root is another one, only its value tells.</summary>
    private static TransitionNotice Unjudged(MeshState before, MeshState after)
    {
        var unknown = after.UnknownRoots.Concat(before.UnknownRoots).DistinctBy(v => v.Key).ToList();
        return new(
            TransitionKind.Warning,
            "trust",
            $"not judged: {string.Join(" and ", unknown.Select(v => $"{v.Key} is {(v.IsSet ? "encrypted" : "not set")} here"))}, so that "
                + "it cannot be told whether the root stays what it is; pulumi preview judges it where "
                + (unknown.Count == 1 ? "it is set" : "they are set")
        );
    }

    /// <summary>Nothing writes a CA for istiod any more.</summary>
    private static IEnumerable<TransitionNotice> Left(IEnumerable<string> signers, MeshState after)
    {
        var roots = signers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        if (after.Clusters.IsEmpty)
        {
            // Nobody signs from then on.
            if (roots.Where(Roots.IsGenerated).ToList() is { Count: > 0 } generated)
            {
                yield return new(
                    TransitionKind.Refused,
                    "trust",
                    $"root {string.Join(" and root ", generated)} leaves with the last cluster, and is protected, so that the update would "
                        + $"end half-way: a mesh goes away by pulumi destroy --exclude-protected{after.StackFlag}"
                );
            }
        }
        else if (roots.Count > 0)
        {
            var (what, clusters) = ("root " + string.Join(" and root ", roots), string.Join(" and ", after.Clusters.Keys));
            // Nobody else can have the key of a root that was generated.
            yield return after.IsSignedElsewhere && !roots.Exists(Roots.IsGenerated)
                ? new(
                    TransitionKind.Warning,
                    "trust",
                    $"something else signs in place of {what}: unless its root is the same, calls between workloads with certificates of "
                        + "before and after fail until all are restarted"
                )
                : new(
                    TransitionKind.Refused,
                    "trust",
                    $"{what} leaves the definition: {(after.IsSignedElsewhere ? "something else" : $"istiod of {clusters}")} would "
                        + "sign with another root, and calls between workloads with certificates of before and after would fail: keep "
                        + "meshstack:trust. Without it a mesh has to be made anew, after pulumi destroy"
                );
        }
    }

    /// <summary>What the clusters know and the state does not: how far their workloads are.</summary>
    private static string? Once(RootState to) =>
        to.Phase switch
        {
            RotationPhases.Switch => "phase switch is safe only where every proxy has both roots already: prepare was a day ago, or its "
                + "workload was restarted since",
            RotationPhases.Retire => "phase retire is safe only where no certificate of the old root is in use any more: switch was a day "
                + "ago, or all workloads and gateways were restarted since",
            _ => null,
        };

    private static string? Next(RootState to) =>
        to.Phase switch
        {
            RotationPhases.Prepare =>
                "all workloads trust both roots once their proxies have them (a day, or a restart); then phase switch is safe",
            RotationPhases.Switch => "workloads get certificates of the new root within a day, or at a restart; then phase retire is safe",
            RotationPhases.Retire =>
                $"nothing trusts the old root any more; rotation can be removed from the definition, with {to.Root} as the root",
            _ => null,
        };
}
