using MeshStack.Analysis.Diff;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Reach;
using MeshStack.Analysis.Sets;

namespace MeshStack.Cli.Reports;

/// <summary>What changes for one caller at one service, as a line.</summary>
/// <param name="Word">What becomes of the access or the calls, in a word.</param>
/// <param name="Caller">Who calls.</param>
/// <param name="Target">What is called.</param>
/// <param name="Requests">The requests, and what becomes of them where the word does not say it.</param>
/// <param name="Example">One of the requests; empty for none.</param>
/// <param name="Because">The object that does it, where it is told; else empty.</param>
internal sealed record AccessChangeLine(string Word, string Caller, string Target, string Requests, string Example, string Because)
{
    public const string Gained = "gained";

    public const string Lost = "lost";

    public const string Nearer = "nearer";

    private const string Shifted = "shifted";

    private const string Doubt = "?";

    /// <summary>How many changes it tells of.</summary>
    public int Count { get; init; } = 1;

    /// <summary>What is called, where it is a service of the mesh.</summary>
    public AccessTarget? Service { get; private init; }

    /// <summary>True for clients outside of the mesh.</summary>
    public bool IsOutside { get; private init; }

    /// <summary>The name that is called, where what it leads to is what changes.</summary>
    public string? Host { get; private init; }

    /// <summary>The objects that decide.</summary>
    public IReadOnlyList<Cause> Causes { get; private init; } = [];

    /// <summary>The lines of a difference: what is given first, then what becomes of calls besides, what is taken, and what is shared
    /// otherwise last.</summary>
    public static IReadOnlyList<AccessChangeLine> AllOf(AccessDifference difference)
    {
        var access = difference.Sorted.SelectMany(change => Of(change, difference.Streams.Contains(change.Target))).ToArray();
        var calls = difference.Calls.Select(Of).ToLookup(line => line.IsShift);
        return
        [
            .. access.Where(line => !line.IsLoss),
            .. calls[false],
            .. Of(difference.Nearer),
            .. access.Where(line => line.IsLoss),
            .. calls[true],
        ];
    }

    /// <summary>True where it is not known of all of the requests.</summary>
    public bool IsUndecided => Word.EndsWith(Doubt, StringComparison.Ordinal);

    /// <summary>True where another share of calls goes to those who got calls before.</summary>
    public bool IsShift => Is(Shifted);

    /// <summary>True for access that is taken.</summary>
    public bool IsLoss => Is(Lost);

    public bool Is(string word) => Word.TrimEnd(Doubt[0]) == word;

    public static IEnumerable<AccessChangeLine> Of(AccessChange change, bool isStream)
    {
        if (!change.Gained.IsEmpty)
        {
            yield return Line(change, isStream, Gained, change.Gained, change.GainedExample);
        }

        if (!change.Lost.IsEmpty)
        {
            yield return Line(change, isStream, Lost, change.Lost, change.LostExample);
        }
    }

    public static AccessChangeLine Of(CallChange change) =>
        new(
            change.Word,
            change.Who,
            FormattableString.Invariant($"{change.Host}:{change.Port}"),
            $"{change.Outcome}: {(change.IsHttp ? change.Requests.ToString() : "connections")}",
            change.IsHttp && change.Example is { } example ? example.ToString() : "",
            change.Because.Count == 0 ? "" : $"{change.Because[0].Kind} {change.Because[0].Namespace}/{change.Because[0].Name}"
        )
        {
            Host = change.Host,
            Causes = change.Because,
        };

    /// <summary>One line for those that come to the same service in the same number of calls: of a change they may be hundreds.</summary>
    public static IEnumerable<AccessChangeLine> Of(IEnumerable<NearerService> nearer) =>
        nearer
            .GroupBy(one => (one.Way.Target, one.Way.Calls.Count, one.Way.IsUndecided))
            .Select(same =>
            {
                NearerService[] all = [.. same];
                string[] by = [.. all.Select(one => string.Join(" → ", one.Way.By)).Distinct(StringComparer.Ordinal)];
                return new AccessChangeLine(
                    Nearer + (same.Key.IsUndecided ? Doubt : ""),
                    all.Length == 1
                        ? all[0].Way.Caller.ToString()
                        : FormattableString.Invariant($"{all[0].Way.Caller} and {all.Length - 1} more"),
                    same.Key.Target.ToString(),
                    $"in {all[0].Way.Length}, {(by.Length > 1 ? "for example " : "")}by {by[0]}, and before "
                        + Before([.. all.Select(one => one.Before).Distinct()]),
                    "",
                    ""
                )
                {
                    Count = all.Length,
                };
            });

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Word, -7} {Caller} → {Target}: {Requests}"
        + (Example.Length == 0 || Example == Requests ? "" : $", for example {Example}")
        + (Because.Length == 0 ? "" : $" ({Because})");

    private static string Before(int?[] counts) =>
        counts is not [var only] ? "in more" + (counts.Contains(null) ? " or not at all" : "")
        : only is { } calls ? FormattableString.Invariant($"in {calls}")
        : "not at all";

    private static AccessChangeLine Line(AccessChange change, bool isStream, string word, RequestSet requests, SampleRequest? example) =>
        new(
            word + (change.Undecided ? Doubt : ""),
            change.Caller.ToString(),
            change.Target.ToString(),
            isStream ? "connections" : requests.ToString(),
            isStream || example is null ? "" : (example with { Identity = null }).ToString(),
            ""
        )
        {
            Service = change.Target,
            IsOutside = change.Caller.IsOutside,
            Causes = change.Because,
        };
}
