using System.Globalization;
using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Diff;

/// <summary>What becomes of calls that became of them nowhere before, whether or not they get through.</summary>
/// <param name="Callers">Who calls.</param>
/// <param name="Host">The name that they ask for.</param>
/// <param name="Port">The port that they ask for.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Effect">What proxies do.</param>
/// <param name="What">Where the calls or their copies go, or what becomes of them.</param>
/// <param name="Before">Where the same requests went before.</param>
/// <param name="IsInstead">True where none of them goes there any more.</param>
/// <param name="Requests">The requests.</param>
/// <param name="Example">One of them.</param>
/// <param name="IsHttp">False where it is connections, not requests.</param>
/// <param name="IsUndecided">True where it may be so.</param>
/// <param name="Because">The objects that say so.</param>
public sealed record CallChange(
    IReadOnlyList<AccessCaller> Callers,
    string Host,
    int Port,
    CallChangeKind Kind,
    CallEffect Effect,
    string What,
    IReadOnlyList<string> Before,
    bool IsInstead,
    RequestSet Requests,
    SampleRequest? Example,
    bool IsHttp,
    bool IsUndecided,
    IReadOnlyList<Cause> Because
)
{
    /// <summary>True where every workload of the cluster calls so.</summary>
    public bool IsOfEveryone { get; init; }

    /// <summary>True for what becomes of them no more.</summary>
    public bool IsEnd { get; init; }

    /// <summary>What each destination of routes gets of them, where that changes: what gets more first.</summary>
    public IReadOnlyList<ShareChange> Shares { get; init; } = [];

    /// <summary>True where the shares are all that changes.</summary>
    public bool IsOfShares { get; init; }

    /// <summary>Who calls, in a few words.</summary>
    public string Who =>
        IsOfEveryone ? AccessCaller.Everyone(Callers[0].Cluster).ToString()
        : Callers.Count == 1 ? Callers[0].ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{Callers[0]} and {Callers.Count - 1} more");

    /// <summary>What becomes of the calls, in a few words.</summary>
    public string Outcome =>
        IsOfShares ? (Effect == CallEffect.Copied ? $"to {Shared}" : Shared)
        : Shared.Length == 0 ? Told
        : $"{Told} ({Shared})";

    /// <summary>The shares that change, in a few words; empty where none does.</summary>
    internal string Shared => string.Join(", ", Shares.Where(share => share.Before is null || share.Before != share.After));

    private string Told =>
        (IsEnd ? "no longer " : "")
        + Effect switch
        {
            CallEffect.Sent => Before.Count == 0 ? $"to {What}"
            : IsInstead ? $"to {What} instead of {string.Join(", ", Before)}"
            : $"also to {What}",
            CallEffect.Copied => IsEnd ? $"copied to {What}" : $"to {What}",
            CallEffect.Aborted => $"aborted ({What})",
            CallEffect.Delayed => $"delayed ({What})",
            CallEffect.Rewritten => $"rewritten ({What})",
            CallEffect.Answered => $"answered by a proxy ({What})",
            _ => What,
        };

    /// <summary>The kind of change, with a question mark where it is undecided.</summary>
    public string Word => Kind.ToString().ToLowerInvariant() + (IsUndecided ? "?" : "");

    /// <summary>The change as one reads it aloud.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Word} {Who} → {Host}:{Port}, {Outcome}: {(IsHttp ? Requests.ToString() : "connections")}"
        );
}
