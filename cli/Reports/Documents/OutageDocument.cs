using System.Text.Json.Serialization;
using MeshStack.Analysis.Outages;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Topology;
using MeshStack.Manifests;

namespace MeshStack.Cli.Reports.Documents;

/// <summary>Who loses what while something is down: <c>access --without</c>.</summary>
internal sealed record OutageDocument(
    DownDocument Down,
    IReadOnlyList<LossDocument> Lost,
    IReadOnlyList<TakeoverDocument> TakenOver,
    IReadOnlyList<DetourDocument> OtherWay,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<NotCountedDocument>? NotCounted
)
{
    public static OutageDocument From(Outage outage, OutageEffect effect, IReadOnlyList<Finding> notes) =>
        new(
            DownDocument.From(outage),
            [.. effect.Losses.Select(LossDocument.From)],
            [.. effect.Takeovers.Select(TakeoverDocument.From)],
            [.. effect.Detours.Select(DetourDocument.From)],
            NotCountedDocument.From(notes)
        );

    public static IReadOnlyList<string> Texts(RequestSet requests, bool isHttp) => isHttp ? requests.Lines() : ["connections"];
}

/// <summary>What is down.</summary>
internal sealed record DownDocument(IReadOnlyList<string> Clusters, IReadOnlyList<string> Gateways)
{
    public static DownDocument From(Outage outage) =>
        new([.. outage.Clusters], [.. outage.Gateways.Select(gateway => gateway.ToString()).Order(StringComparer.Ordinal)]);
}

/// <summary>Requests that get through no more.</summary>
internal sealed record LossDocument(
    string Caller,
    TargetDocument Target,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Requests,
    string? Example,
    bool Undecided,
    bool DependsOnName,
    IReadOnlyList<CauseDocument> Because
)
{
    public static LossDocument From(LostAccess loss) =>
        new(
            loss.Caller.ToString(),
            TargetDocument.From(loss.Target),
            [.. loss.Hosts],
            OutageDocument.Texts(loss.Requests, loss.IsHttp),
            loss.IsHttp ? OutageLine.Example(loss.Requests) : null,
            loss.IsUndecided,
            loss.DependsOnName,
            CauseDocument.From(loss.Because)
        );
}

/// <summary>Requests that another service answers.</summary>
internal sealed record TakeoverDocument(
    string Caller,
    string Host,
    IReadOnlyList<string> Requests,
    IReadOnlyList<TargetDocument> Gone,
    IReadOnlyList<ReachedDocument> By,
    string? ComesTo,
    bool Undecided
)
{
    public static TakeoverDocument From(Takeover takeover) =>
        new(
            takeover.Caller.ToString(),
            takeover.Host,
            OutageDocument.Texts(takeover.Requests, takeover.IsHttp),
            [.. takeover.Gone.Select(TargetDocument.From)],
            [.. takeover.By.Select(reached => new ReachedDocument(TargetDocument.From(reached.Target), reached.Through))],
            takeover.ComesTo,
            takeover.IsUndecided
        );
}

/// <summary>A service that is reached, and the gateways in between.</summary>
internal sealed record ReachedDocument(TargetDocument Target, string? Through);

/// <summary>Requests that come by another way to where they came before.</summary>
internal sealed record DetourDocument(string Caller, string Host, TargetDocument Target, string? Before, string? Now, string? ComesTo)
{
    public static DetourDocument From(Detour detour) =>
        new(detour.Caller.ToString(), detour.Host, TargetDocument.From(detour.Target), detour.Before, detour.Now, detour.ComesTo);
}
