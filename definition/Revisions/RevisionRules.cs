namespace MeshStack.Definition;

/// <summary>What the revisions and tags of an installation may be.</summary>
internal sealed class RevisionRules(IstioInstallSettings settings)
{
    private readonly RevisionSet _set = settings.RevisionSet;

    public IEnumerable<ArgsProblem> Problems() => (settings.Revisions.Count == 0 ? Single() : Several()).Concat(Tags()).Concat(Users());

    /// <summary>A revision or tag that something chooses.</summary>
    public IEnumerable<ArgsProblem> Choice(string path, string? reference)
    {
        if (reference is not null && _set.Resolve(reference) is null)
        {
            yield return ArgsProblem.NotAllowed(path, reference, "a revision or tag of this cluster", _set.References);
        }
    }

    private IEnumerable<ArgsProblem> Single()
    {
        foreach (var problem in IstioVersion.Problems("version", settings.Version))
        {
            yield return problem;
        }

        if (settings.Revision is { } revision && !KubernetesNames.IsLabel(revision))
        {
            yield return new("revision", $"'{revision}' is not a DNS label; for {settings.Version}: {settings.Version.Replace('.', '-')}");
        }
        else if (settings.Revision is { } given && TooLong(given) is { } tooLong)
        {
            yield return new("revision", tooLong);
        }
    }

    private IEnumerable<ArgsProblem> Several()
    {
        if (settings.Version != IstioVersion.Default)
        {
            yield return new("version", $"'{settings.Version}' is given beside revisions: each of them names its own version");
        }

        foreach (
            var problem in settings.Revisions.OrderBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => Revision(r.Key, r.Value.Version))
        )
        {
            yield return problem;
        }

        if (_set.Versions.Values.All(v => IstioVersion.TryParse(v, out _)) && Apart() is { } apart)
        {
            yield return apart;
        }

        if (settings.Revision is null && settings.Revisions.Count > 1 && _set.Resolve(RevisionSet.Default) is null)
        {
            yield return new("revision", "required with several revisions: the revision or tag that gateways use (or a tag named default)");
        }

        foreach (var problem in Choice("revision", settings.Revision))
        {
            yield return problem;
        }
    }

    /// <summary>A revision is a part of the name of its istiod's Service, which is a DNS label.</summary>
    private static string? TooLong(string revision) =>
        RevisionSet.IstiodName(revision) is { Length: > 63 } service
            ? $"the Service of its istiod would be '{service}', which has {service.Length} characters; at most 63 are possible"
            : null;

    private static IEnumerable<ArgsProblem> Revision(string name, string version)
    {
        if (!KubernetesNames.IsLabel(name))
        {
            yield return new($"revisions.{name}", $"'{name}' is not a DNS label; for {version}: {version.Replace('.', '-')}");
        }
        else if (TooLong(name) is { } tooLong)
        {
            yield return new($"revisions.{name}", tooLong);
        }

        foreach (var problem in IstioVersion.Problems($"revisions.{name}.version", version))
        {
            yield return problem;
        }
    }

    /// <summary>Sidecars, CRDs and webhooks are shared, and Istio keeps them compatible over one minor version.</summary>
    private ArgsProblem? Apart()
    {
        var newest = IstioVersion.Newest(_set.Versions.Values);
        var far = _set
            .Versions.Where(v => IstioVersion.MinorsBetween(v.Value, newest) > 1)
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => $"{v.Key} ({v.Value})")
            .ToList();
        return far.Count == 0
            ? null
            : new("revisions", $"{string.Join(", ", far)} and {newest} are more than one minor version apart: side by side one is allowed");
    }

    private IEnumerable<ArgsProblem> Tags()
    {
        foreach (var (tag, revision) in settings.Tags.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            if (!KubernetesNames.IsLabel(tag))
            {
                yield return new($"tags.{tag}", $"'{tag}' is not a DNS label");
            }

            if (_set.Versions.ContainsKey(tag))
            {
                yield return new(
                    $"tags.{tag}",
                    tag == RevisionSet.Default
                        ? "the control plane without a revision is called default itself: give it a revision, or name the tag otherwise"
                        : $"'{tag}' is a revision: a namespace that chooses it would be injected by both"
                );
            }

            if (!_set.Versions.ContainsKey(revision))
            {
                yield return ArgsProblem.NotAllowed(
                    $"tags.{tag}",
                    revision,
                    "a revision of this cluster",
                    [.. _set.Versions.Keys.Order(StringComparer.Ordinal)]
                );
            }
        }
    }

    private IEnumerable<ArgsProblem> Users() =>
        settings
            .AllGateways.SelectMany(g => Choice($"{g.Path}.revision", g.Gateway.Revision))
            .Concat(settings.Waypoints.SelectMany((w, i) => Choice(FormattableString.Invariant($"waypoints[{i}].revision"), w.Revision)));
}
