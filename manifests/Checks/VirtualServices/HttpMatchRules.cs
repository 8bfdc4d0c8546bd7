namespace MeshStack.Manifests;

/// <summary>Rules on the conditions of HTTP routes.</summary>
internal static class HttpMatchRules
{
    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "http-match-header",
            Severity.Error,
            "VirtualService",
            "Matched headers have the names of headers, and are not null.",
            "No request has a header of that name, or nothing is said of it, so the route could never match.",
            "Write a header's name, one of HTTP/2's own names, or a claim.",
            Header
        ),
        new(
            "http-match-source",
            Severity.Error,
            "VirtualService",
            "A match names ports, labels and namespaces as Kubernetes does.",
            "No request comes from such a port, namespace or workload, so the route could never match.",
            "Write a port from 1 to 65535, labels and a namespace as Kubernetes has them.",
            Source
        ),
    ];

    private static IEnumerable<Field> Matches(Subject subject) => subject.Spec["http"].Items.SelectMany(route => route["match"].Items);

    private static IEnumerable<Problem> Header(Subject subject)
    {
        foreach (var header in Matches(subject).SelectMany(match => match["headers"].Entries.Concat(match["withoutHeaders"].Entries)))
        {
            if (!HeaderName.CanMatch(header.Name) && !Placeholder.IsIn(header.Name))
            {
                yield return new(
                    header,
                    $"\"{header.Name}\" is no header to match; give a header's name, :method, :scheme, :authority, :path or :status, or "
                        + $"{HeaderName.ClaimPrefix}.NAME."
                );
            }
        }

        foreach (var header in Matches(subject).SelectMany(match => match["headers"].Entries).Where(header => !header.Exists))
        {
            yield return new(header, $"The match on {header.Name} is null; write {{}} for any value, or exact, prefix or regex.");
        }
    }

    /// <summary>The problem of a port to match, of which 0 is none.</summary>
    internal static IEnumerable<Problem> MatchedPort(Field port) => port.Integer is 0 ? [] : PortNumber.Check(port, "The matched port");

    private static IEnumerable<Problem> Source(Subject subject)
    {
        foreach (var match in Matches(subject))
        {
            foreach (var problem in MatchedPort(match["port"]).Concat(Labels.Check(match["sourceLabels"])))
            {
                yield return problem;
            }

            if (match["sourceNamespace"].Text is { Length: > 0 } ns && !Placeholder.IsIn(ns) && !HostName.IsLabel(ns))
            {
                yield return new(match["sourceNamespace"], $"\"{ns}\" is no namespace; it is one DNS label.");
            }
        }
    }
}
