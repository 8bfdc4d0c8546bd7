using MeshStack.Definition.Intents;

namespace MeshStack.Preview.Access;

/// <summary>Accesses whose time is over, or soon will be.</summary>
internal static class AccessExpiry
{
    /// <summary>Code of the findings about accesses whose time is over.</summary>
    public const string Expired = "access-expired";

    /// <summary>Code of the findings about accesses whose time is over soon.</summary>
    public const string ExpiresSoon = "access-expires-soon";

    /// <summary>How many days before its end an access is spoken of.</summary>
    public const int DaysBefore = 30;

    /// <summary>What a day makes of the accesses of a mesh; nothing where none is given.</summary>
    public static IReadOnlyList<Finding> Of(ComposedMesh mesh, DateOnly? today)
    {
        var places = mesh is StackComposition { Definition: var definition }
            ? definition
                .Accesses.DistinctBy(access => access.Location)
                .ToDictionary(access => access.Location, access => access.Args.UntilAt)
            : [];
        return
        [
            .. mesh.Locate(Of(mesh.Recording.Manifests, today))
                .Select(finding =>
                    finding.Source is { } document && places.GetValueOrDefault(document) is { } at
                        ? finding with
                        {
                            Source = at,
                            Path = "until",
                        }
                        : finding
                ),
        ];
    }

    /// <summary>What a day makes of the accesses of objects; nothing where none is given.</summary>
    public static IReadOnlyList<Finding> Of(IEnumerable<Manifest> manifests, DateOnly? today) =>
        today is { } day ? [.. manifests.Select(manifest => Of(manifest, day)).OfType<Finding>().Order(Finding.Order)] : [];

    private static Finding? Of(Manifest manifest, DateOnly today)
    {
        if (
            manifest.Kind != "AuthorizationPolicy"
            || Field.From(manifest.Body)["metadata"]["annotations"][AccessPolicy.UntilMark].Text is not { } text
            || Days.Of(text) is not { } until
        )
        {
            return null;
        }

        var left = until.DayNumber - today.DayNumber;
        return left > DaysBefore
            ? null
            : new(
                left < 0 ? Severity.Error : Severity.Warning,
                left < 0 ? Expired : ExpiresSoon,
                manifest.Cluster,
                manifest.Reference,
                $"metadata.annotations.{AccessPolicy.UntilMark}",
                left < 0
                    ? $"the access was until {text}, and has expired {DaysOf(-left)} ago: remove it, or give it another date"
                    : $"the access expires {(left == 0 ? "today" : $"in {DaysOf(left)}")}, at the end of {text}: remove it in time, or "
                        + "give it another date",
                manifest.Source
            );
    }

    private static string DaysOf(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "day" : "days")}");
}
