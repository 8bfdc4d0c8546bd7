using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Review;

/// <summary>Who answers for services, as it was before the change: nobody makes himself the one who agrees.</summary>
/// <param name="was">The services before.</param>
/// <param name="now">The services now.</param>
/// <param name="before">Whom CODEOWNERS named for a file.</param>
/// <param name="after">Whom it names now.</param>
internal sealed class ReviewOwners(
    IReadOnlyList<ReviewedService> was,
    IReadOnlyList<ReviewedService> now,
    Func<string, IReadOnlyList<string>> before,
    Func<string, IReadOnlyList<string>> after
)
{
    /// <summary>Who has to agree to changes: the owners of the services that gain a caller, whose calls go elsewhere, or that are to have
    /// others.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="safeguards">What becomes of invariants: who owns their file has to agree that one is taken away.</param>
    public IReadOnlyList<ServiceOwner> Of(IEnumerable<AccessChangeLine> changes, IEnumerable<SafeguardChange> safeguards)
    {
        var known = was.Concat(now).ToArray();
        var asked = changes
            .Where(line => !line.IsLoss && !line.IsShift)
            .SelectMany(line => known.Where(service => IsOf(line, service)))
            .Concat(was.Where(service => now.Any(one => one.Name == service.Name) && Names(service).Before != Names(service).Now))
            .Concat(
                safeguards
                    .Select(safeguard => safeguard.File)
                    .OfType<string>()
                    .Select(file => new ReviewedService(file, "", "", [], [], null, file))
            );
        return
        [
            .. asked
                .DistinctBy(service => service.Name)
                .OrderBy(service => service.Name, StringComparer.Ordinal)
                // A service that moves has the owner that it had where it was.
                .Select(service => was.FirstOrDefault(one => one.Name == service.Name) ?? service)
                .SelectMany(service => OwnersOf(service).Select(owner => (Owner: owner, service.Name)))
                .GroupBy(one => one.Owner)
                .OrderBy(same => same.Key is null ? 1 : 0)
                .ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new ServiceOwner(same.Key, [.. same.Select(one => one.Name)])),
        ];
    }

    /// <summary>Who owned a service, and who does, in words.</summary>
    public (string Before, string Now) Names(ReviewedService service) =>
        (
            Text(was.FirstOrDefault(one => one.Name == service.Name), before),
            Text(now.FirstOrDefault(one => one.Name == service.Name), after)
        );

    private static string Text(ReviewedService? service, Func<string, IReadOnlyList<string>> named) =>
        service is null
            ? "nobody"
            : service.Owner ?? (service.File is { } file && named(file) is { Count: > 0 } owners ? string.Join(", ", owners) : "nobody");

    private static bool IsOf(AccessChangeLine line, ReviewedService service) =>
        line.Service is { } target
            ? service.Cluster == target.Cluster && service.Namespace == target.Namespace && service.Services.Contains(target.Service)
            : line.Host is { } host && service.Hosts.Contains(host);

    private string?[] OwnersOf(ReviewedService service)
    {
        string?[] owners =
            service.Owner is { } owner ? [owner]
            : service.File is { } file ? [.. before(file)]
            : [];
        return owners.Length == 0 ? [null] : owners;
    }
}
