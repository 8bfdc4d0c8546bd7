using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Review;

/// <summary>Who answers for services, as it was before the change: nobody makes himself the one who agrees.</summary>
/// <param name="was">The services before.</param>
/// <param name="now">The services now.</param>
/// <param name="ownersOf">Whom CODEOWNERS names for a file, as it was.</param>
internal sealed class ReviewOwners(
    IReadOnlyList<ReviewedService> was,
    IReadOnlyList<ReviewedService> now,
    Func<string, IReadOnlyList<string>> ownersOf
)
{
    /// <summary>Who has to agree to changes: the owners of the services that gain a caller, or whose calls go elsewhere.</summary>
    /// <param name="changes">The changes.</param>
    public IReadOnlyList<ServiceOwner> Of(IEnumerable<AccessChangeLine> changes)
    {
        var known = was.Concat(now).ToArray();
        var asked = changes.Where(line => !line.IsLoss).SelectMany(line => known.Where(service => IsOf(line, service)));
        return
        [
            .. asked
                .DistinctBy(service => service.Name)
                .OrderBy(service => service.Name, StringComparer.Ordinal)
                .SelectMany(service => OwnersOf(service).Select(owner => (Owner: owner, service.Name)))
                .GroupBy(one => one.Owner)
                .OrderBy(same => same.Key is null ? 1 : 0)
                .ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => new ServiceOwner(same.Key, [.. same.Select(one => one.Name)])),
        ];
    }

    private static bool IsOf(AccessChangeLine line, ReviewedService service) =>
        line.Service is { } target
            ? service.Cluster == target.Cluster && service.Namespace == target.Namespace && service.Services.Contains(target.Service)
            : line.Host is { } host && service.Hosts.Contains(host);

    private string?[] OwnersOf(ReviewedService service)
    {
        string?[] owners =
            service.Owner is { } owner ? [owner]
            : service.File is { } file ? [.. ownersOf(file)]
            : [];
        return owners.Length == 0 ? [null] : owners;
    }
}
