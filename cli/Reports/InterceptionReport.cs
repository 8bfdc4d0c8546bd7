using MeshStack.Analysis.Diversions;
using MeshStack.Cli.Reports.Documents;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports;

/// <summary>Who could take the calls to services, and what closes that.</summary>
/// <param name="Asked">The services, as they were asked for.</param>
/// <param name="Standing">What is taken already.</param>
/// <param name="Calls">The calls that could be taken.</param>
/// <param name="IsCalled">Whether there are any calls at all.</param>
/// <param name="Manifests">The manifests, of which Roles say who may write what.</param>
/// <param name="Notes">What is said about how the subject was read.</param>
internal sealed record InterceptionReport(
    string Asked,
    IReadOnlyList<TakenCalls> Standing,
    IReadOnlyList<InterceptedCalls> Calls,
    bool IsCalled,
    IReadOnlyList<Manifest> Manifests,
    IReadOnlyList<Finding> Notes
)
{
    private const int MostNamed = 5;

    private const string Tried =
        "by one VirtualService or ServiceEntry for the name; not by a ServiceEntry for a Service's address, "
        + "nor by a Gateway of a stranger's";

    public void Write(string form, TextWriter output)
    {
        switch (form)
        {
            case "json":
                ReportJson.Write(
                    InterceptionDocument.From(this, EditorsOf, [.. Closing.Select(object_ => (object_, Yaml(object_)))]),
                    ReportJson.Formed.InterceptionDocument,
                    output
                );
                break;
            case "markdown":
                output.Write($"### Who could take calls to {MarkdownText.Of(Asked)}\n\n");
                output.Write(string.Concat(Lines().Select(line => $"- {MarkdownText.Of(line)}\n")) + "\n");
                foreach (var object_ in Closing)
                {
                    output.Write($"```yaml\n{Yaml(object_)}```\n\n");
                }

                output.Write(NotCounted.Text(Notes) is { Length: > 0 } text ? $"{text}\n" : "");
                break;
            case "html":
                PlainPage.Write(output, "Who could take calls", Text());
                break;
            default:
                output.Write(Text());
                break;
        }
    }

    /// <summary>Who may write such an object there by the Roles of the manifests.</summary>
    public IReadOnlyList<string> EditorsOf(InterceptedCalls calls) =>
        [
            .. calls
                .Namespaces.Append(null)
                .SelectMany(ns => ObjectEditors.Of(Manifests, calls.Cluster, ns, ResourceOf(calls.Kind)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static string ResourceOf(string kind) => kind == "ServiceEntry" ? "serviceentries" : "virtualservices";

    /// <summary>The objects that close it, each once.</summary>
    private IReadOnlyList<Manifest> Closing =>
        Calls.Count == 0 ? [] : [.. Calls.Select(call => call.ClosedBy).OfType<Manifest>().DistinctBy(Yaml), .. AdmissionPolicy.Of(Calls)];

    private string Text() =>
        string.Concat(Lines().Select(line => line + "\n"))
        + (Calls.Count == 0 ? "" : $"\n{string.Join("---\n", Closing.Select(Yaml))}")
        + NotCounted.Line(Notes);

    private IEnumerable<string> Lines()
    {
        foreach (var taken in Standing)
        {
            yield return taken.ToString();
        }

        if (Calls.Count == 0)
        {
            yield return IsCalled ? $"nobody else could take calls to {Asked} {Tried}" : $"no calls come to {Asked}";
            yield break;
        }

        foreach (var same in Calls.GroupBy(call => (call.Cluster, call.Kind, Where: WhereOf(call), call.IsUndecided, call.Host, call.Port)))
        {
            var callers = string.Join(", ", same.Select(call => call.From ?? "outside").Distinct(StringComparer.Ordinal));
            var editors = EditorsOf(same.First());
            var takes = same.Key.IsUndecided ? "may take" : "takes";
            var calls = FormattableString.Invariant($"calls of {same.Key.Cluster} {callers} to {same.Key.Host}:{same.Key.Port}");
            var written = editors.Count == 0 ? "" : $"; written there by {string.Join(", ", editors)}";
            yield return $"a {same.Key.Kind} of {same.Key.Where} {takes} {calls}{written}";
        }

        var open = Calls
            .Where(call => call.ClosedBy is null)
            .Select(call => call.From ?? "outside")
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var others = open.Length == Calls.Count ? "" : $", and but for {string.Join(", ", open)} by the Sidecars";
        yield return open.Length == 0
            ? "closed by the Sidecars below, or for all callers by the admission policy"
            : $"closed by the admission policy below{others}";
        foreach (
            var same in Calls
                .Where(call => call.WhyNoSidecar is not null)
                .GroupBy(call => call.WhyNoSidecar, call => $"{call.Cluster} {call.From ?? "outside"}")
        )
        {
            yield return $"no Sidecar for {string.Join(", ", same.Distinct(StringComparer.Ordinal))}: {same.Key}";
        }

        var left = Calls
            .SelectMany(call => call.Namespaces.Intersect(call.Owners))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (left.Length > 0)
        {
            yield return $"the admission policy lets these write more, who have an object for the name already: {string.Join(", ", left)}";
        }

        yield return $"tried: what takes calls {Tried}";
    }

    private static string WhereOf(InterceptedCalls call)
    {
        var named =
            call.Namespaces.Count <= MostNamed
                ? string.Join(", ", call.Namespaces)
                : FormattableString.Invariant(
                    $"{string.Join(", ", call.Namespaces.Take(MostNamed))} and {call.Namespaces.Count - MostNamed} more"
                );
        return !call.IsAnyOther ? named
            : named.Length == 0 ? "any other namespace"
            : $"any other namespace ({named}, or one made tomorrow)";
    }

    private static string Yaml(Manifest manifest)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ManifestYaml.Write(text, [manifest]);

        // A Sidecar is for the callers of one cluster, whatever others have a namespace of that name.
        var cluster = manifest.Kind == "Sidecar" ? $"# cluster {manifest.Cluster}\n" : "";
        return cluster + text.ToString().Replace("---\n", "", StringComparison.Ordinal);
    }
}
