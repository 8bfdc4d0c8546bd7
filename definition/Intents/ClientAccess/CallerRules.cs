using MeshStack.Definition.Intents;
using MeshStack.Manifests;

namespace MeshStack.Definition;

/// <summary>What callers that are named together can and cannot be, whatever they call.</summary>
internal static class CallerRules
{
    /// <summary>What is wrong with callers of a group.</summary>
    public static IEnumerable<ArgsProblem> OfGroup(CallerSettings callers) =>
        [.. Places(callers, key => $"required: {key} of the caller, or {key}s of several"), .. Accounts(callers)];

    /// <summary>What is wrong with the places of callers.</summary>
    /// <param name="callers">The callers.</param>
    /// <param name="required">What is said where a key is missing.</param>
    public static IEnumerable<ArgsProblem> Places(CallerSettings callers, Func<string, string> required)
    {
        if (callers is { ControlPlane: null, ControlPlanes.Count: 0 })
        {
            yield return new($"{callers.At}cluster", required("cluster"));
        }

        if (string.IsNullOrEmpty(callers.Namespace) && callers.Namespaces.Count == 0)
        {
            yield return new($"{callers.At}namespace", required("namespace"));
        }

        var clusters = callers.ControlPlanes.Select(one => one.Cluster.Name).ToList();
        foreach (
            var problem in Both(callers.At, "cluster", callers.ControlPlane?.Cluster.Name, clusters)
                .Concat(Both(callers.At, "namespace", callers.Namespace, callers.Namespaces))
        )
        {
            yield return problem;
        }

        foreach (
            var (path, ns) in Given(callers.At, "namespace", callers.Namespace, callers.Namespaces)
                .Where(one => one.Value.Length > 0 || callers.Namespaces.Count > 0)
        )
        {
            if (!KubernetesNames.IsLabel(ns))
            {
                yield return new(path, $"'{ns}' is not a DNS label (a-z, 0-9 and '-', at most 63 characters)");
            }
        }
    }

    /// <summary>What is wrong with the service accounts of callers.</summary>
    public static IEnumerable<ArgsProblem> Accounts(CallerSettings callers)
    {
        foreach (var (path, account) in Given(callers.At, "serviceAccount", callers.ServiceAccount, callers.ServiceAccounts))
        {
            if (!KubernetesNames.IsSubdomain(account))
            {
                yield return new(path, $"'{account}' is not a name of a service account");
            }
        }

        foreach (var problem in Both(callers.At, "serviceAccount", callers.ServiceAccount, callers.ServiceAccounts))
        {
            yield return problem;
        }
    }

    /// <summary>Callers that are named by one entry and by another one before it.</summary>
    public static IEnumerable<ArgsProblem> Twice(IReadOnlyList<CallerSettings> all)
    {
        foreach (var (callers, index) in all.Select((callers, i) => (callers, i)))
        {
            // Groups have documents of their own, and may well share a caller.
            var others = all.Where((other, i) => i != index && (callers.Group is null || other.Group is null))
                .SelectMany(other => other.Members.Select(member => (Member: member, IsBefore: IndexOf(other) < index)))
                .ToList();
            foreach (var member in callers.Group is null ? callers.Members : [])
            {
                var by = others.FirstOrDefault(other => other.Member.Covers(member) && (other.IsBefore || !member.Covers(other.Member)));
                if (by.Member is { } covering)
                {
                    yield return ArgsProblem.Warning(
                        member.Namespace.Path,
                        covering.Covers(member) && member.Covers(covering)
                            ? $"{member} is in {Named(covering.Of)} already: remove it"
                            : $"{member} is within {covering} in {Named(covering.Of)} already: remove it, or narrow that one"
                    );
                }
            }
        }

        int IndexOf(CallerSettings one) => one.Group is null ? all.TakeWhile(other => !ReferenceEquals(other, one)).Count() : -1;
    }

    private static string Named(CallerSettings callers) =>
        callers.Group is { } group ? $"the group {group}"
        : callers.At.Length > 0 ? callers.At.TrimEnd('.')
        : "what is named without a group";

    /// <summary>What is said of a list beside the key for one.</summary>
    public static string NotBeside(string key) => $"not beside {key}: name all of them here, and remove {key}";

    /// <summary>What is wrong with a key beside a list of the same.</summary>
    public static IEnumerable<ArgsProblem> Both(string at, string key, string? one, IReadOnlyList<string> several)
    {
        if (one is not null && several.Count > 0)
        {
            yield return new($"{at}{key}s", NotBeside(key));
        }

        foreach (var problem in OverlappingGrants.Twice($"{at}{key}s", several))
        {
            yield return problem;
        }
    }

    private static IEnumerable<(string Path, string Value)> Given(string at, string key, string? one, IReadOnlyList<string> several) =>
        several
            .Select((value, i) => (FormattableString.Invariant($"{at}{key}s[{i}]"), value))
            .Concat(one is null ? [] : [($"{at}{key}", one)]);
}
