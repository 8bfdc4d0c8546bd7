using MeshStack.Analysis.Evaluation;
using MeshStack.Analysis.Matrix.Hosts;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Symbolic;

namespace MeshStack.Analysis.Matrix;

/// <summary>What becomes of the calls of some callers to one name, by where they go and what is done with them.</summary>
internal sealed class HandledCalls
{
    private readonly Dictionary<CallKey, Handled> _handled = [];
    private readonly Dictionary<CallKey, string> _shown = [];

    private readonly Lazy<SharedCalls> _shares;

    private static readonly CallKey Unknown = new(CallEffect.Unknown, "what becomes of them is not known", "");

    public HandledCalls(AccessMatrix matrix, AskedQuestion question)
    {
        Question = question;
        _shares = new(() => new(matrix, this));
        foreach (var one in question.Trace.Handlings)
        {
            var key = KeyOf(matrix, question.Asked.Host, one);
            _handled[key] = _handled.TryGetValue(key, out var known) ? known.And(one) : new(one.Requests, one.Because, one.IsPerhaps);
            _shown.TryAdd(key, ShownOf(matrix, question.Asked.Host, one.End));
        }

        if (_handled.Count == 0)
        {
            _handled[Unknown] = new(RequestSet.Everything, [], IsPerhaps: true);
            _shown[Unknown] = Unknown.End;
        }
    }

    public AskedQuestion Question { get; }

    /// <summary>Which share of the calls goes where.</summary>
    public SharedCalls Shares => _shares.Value;

    /// <summary>What each route says by itself, and the object that says so.</summary>
    public IReadOnlySet<(Cause By, CallShare Share)> Routes =>
        Question.Trace.Divisions.SelectMany(division => division.Split.Legs.Select(leg => (division.Split.Because, leg.Share))).ToHashSet();

    public IEnumerable<CallKey> Keys => _handled.Keys;

    /// <summary>The requests of which anything becomes.</summary>
    public RequestSet All => RequestSet.Union(_handled.Values.Select(one => one.Requests));

    /// <summary>Those of them that go anywhere.</summary>
    public RequestSet Sent => RequestSet.Union(_handled.Where(one => one.Key.Effect == CallEffect.Sent).Select(one => one.Value.Requests));

    /// <summary>What a key is called.</summary>
    public string Shown(CallKey key) => _shown[key];

    public Handled? Of(CallKey key) => _handled.GetValueOrDefault(key);

    /// <summary>True where both say the same of the same requests.</summary>
    public bool IsLike(HandledCalls other) =>
        _handled.Count == other._handled.Count
        && _handled.All(one => other._handled.TryGetValue(one.Key, out var same) && one.Value.Requests.Equals(same.Requests));

    // Pods that the Service itself has in front of are told from others by their account alone: its own are many, and come and go. Others
    // are told by their account, too, and by the Service in front of them where nobody gave them one.
    internal static CallKey KeyOf(AccessMatrix matrix, string host, CallHandling handling)
    {
        if (handling.End.Workload is not { } workload)
        {
            return new(handling.Effect, handling.End.What, handling.End.Value ?? "");
        }

        var isOwn = matrix.IsBehind(workload, host);
        var name = !isOwn && workload.ServiceAccount == "default" ? matrix.TargetOf(workload, handling.End.Port, host).Service : "";
        return new(handling.Effect, $"{workload.Cluster} {workload.Namespace}/{workload.ServiceAccount} {name}", isOwn ? "own" : "");
    }

    private static string ShownOf(AccessMatrix matrix, string host, CallEnd end) =>
        end.Workload is { } workload ? matrix.TargetOf(workload, end.Port, host).ToString() : end.What;

    /// <summary>What becomes of calls.</summary>
    /// <param name="Effect">What proxies do.</param>
    /// <param name="End">Who gets them, or what is made of them.</param>
    /// <param name="Rest">What tells it from others that are alike otherwise, and is not said.</param>
    internal sealed record CallKey(CallEffect Effect, string End, string Rest);

    /// <summary>Requests of which the same becomes.</summary>
    internal sealed record Handled(RequestSet Requests, IReadOnlyList<Cause> Because, bool IsPerhaps)
    {
        public Handled And(CallHandling other) =>
            new(
                ReferenceEquals(Requests, other.Requests) ? Requests : Requests.Union(other.Requests),
                [.. Because.Concat(other.Because).Distinct()],
                IsPerhaps && other.IsPerhaps
            );
    }
}
