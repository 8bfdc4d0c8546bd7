using System.Text.Json.Serialization;
using MeshStack.Analysis.Diversions;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Who could take calls: <c>access --intercept</c>.</summary>
internal sealed record InterceptionDocument(
    IReadOnlyList<TakenDocument> Taken,
    IReadOnlyList<InterceptedDocument> Calls,
    IReadOnlyList<string> ClosedBy,
    IReadOnlyList<SidecarDocument> Sidecars,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted
)
{
    public static InterceptionDocument From(
        InterceptionReport report,
        Func<InterceptedCalls, IReadOnlyList<string>> editorsOf,
        IReadOnlyList<(Manifest Object, string Yaml)> closing
    ) =>
        new(
            [
                .. report.Standing.Select(taken => new TakenDocument(
                    taken.Cluster,
                    taken.From.Count == 0 ? ["outside"] : taken.From,
                    taken.Host,
                    taken.Port,
                    taken.Kind,
                    taken.Namespace,
                    taken.Name
                )),
            ],
            [
                .. report.Calls.Select(call => new InterceptedDocument(
                    call.Cluster,
                    call.From ?? "outside",
                    call.Host,
                    call.Port,
                    call.Kind,
                    call.Namespaces,
                    call.IsAnyOther,
                    call.IsUndecided,
                    editorsOf(call),
                    call.ClosedBy is not null,
                    call.WhyNoSidecar
                )),
            ],
            [.. closing.Select(one => one.Yaml)],
            [
                .. closing
                    .Where(one => one.Object.Kind == "Sidecar")
                    .Select(one => new SidecarDocument(one.Object.Cluster, one.Object.Namespace!, one.Yaml)),
            ],
            NotCountedDocument.From(report.Notes)
        );
}

/// <summary>Calls that an object of other namespaces could take.</summary>
internal sealed record InterceptedDocument(
    string Cluster,
    string From,
    string Host,
    int Port,
    string Kind,
    IReadOnlyList<string> Namespaces,
    bool AnyOtherNamespace,
    bool Undecided,
    IReadOnlyList<string> Editors,
    bool ClosedBySidecar,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? WhyNoSidecar
);

/// <summary>Calls that an object of another namespace takes as things are.</summary>
internal sealed record TakenDocument(
    string Cluster,
    IReadOnlyList<string> From,
    string Host,
    int Port,
    string Kind,
    string Namespace,
    string Name
);

/// <summary>A Sidecar that closes it, and where it belongs.</summary>
internal sealed record SidecarDocument(string Cluster, string Namespace, string Object);
