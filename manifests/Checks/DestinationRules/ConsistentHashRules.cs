namespace MeshStack.Manifests;

/// <summary>Rules on load balancers and their consistent hashes.</summary>
internal static class ConsistentHashRules
{
    private const long LargestTable = 5_000_011;

    private static readonly string[] HashKeys = ["httpCookie", "httpHeaderName", "httpQueryParameterName", "useSourceIp"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new("load-balancer-one-of", Severity.Error, "DestinationRule", "A load balancer is simple or a consistentHash, not both.", OneOf),
        new(
            "consistent-hash-key",
            Severity.Error,
            "DestinationRule",
            "A consistent hash has one key: a cookie, a header, a query parameter or the source IP.",
            Key
        ),
        new("consistent-hash-cookie", Severity.Error, "DestinationRule", "A hash cookie is an object with a name.", Cookie),
        new(
            "consistent-hash-algorithm",
            Severity.Error,
            "DestinationRule",
            "A consistent hash uses one of ringHash, maglev and minimumRingSize.",
            Algorithm
        ),
        new("consistent-hash-table", Severity.Error, "DestinationRule", "A maglev table's size is a prime below 5000011.", Table),
        new("consistent-hash-ring-size", Severity.Warning, "DestinationRule", "The ring size stands in ringHash.", RingSize),
    ];

    private static IEnumerable<Field> Balancers(Subject subject) =>
        TrafficPolicies.Of(subject).Select(policy => policy["loadBalancer"]).Where(balancer => balancer.Exists);

    private static IEnumerable<Field> Hashes(Subject subject) =>
        Balancers(subject).Select(balancer => balancer["consistentHash"]).Where(hash => hash.Exists);

    private static IEnumerable<Problem> OneOf(Subject subject) =>
        from balancer in Balancers(subject)
        where balancer["simple"].Exists && balancer["consistentHash"].Exists
        select new Problem(
            balancer,
            $"The load balancer is simple ({balancer["simple"].Text}) and a consistentHash; only one of them may be given."
        );

    private static IEnumerable<Problem> Key(Subject subject) =>
        from hash in Hashes(subject)
        let given = HashKeys.Where(key => hash[key].Exists).ToArray()
        where given.Length != 1
        select new Problem(
            hash,
            $"The consistent hash has {(given.Length == 0 ? "no key" : $"the keys {string.Join(" and ", given)}")}; give one of "
                + $"{string.Join(", ", HashKeys)}."
        );

    private static IEnumerable<Problem> Cookie(Subject subject) =>
        from hash in Hashes(subject)
        let cookie = hash["httpCookie"]
        where cookie.Exists && !cookie["name"].HasContent
        select new Problem(
            cookie,
            cookie.Text is { } name
                ? $"httpCookie is the text \"{name}\"; it is an object with name and ttl, such as name: {name}, ttl: 0s."
                : "httpCookie has no name; it is an object with name and ttl."
        );

    private static IEnumerable<Problem> Algorithm(Subject subject) =>
        from hash in Hashes(subject)
        let given = new[] { "ringHash", "maglev", "minimumRingSize" }.Where(key => hash[key].Exists).ToArray()
        where given.Length > 1
        select new Problem(
            hash,
            $"The consistent hash has {string.Join(" and ", given)}; only one of ringHash, maglev and minimumRingSize may be given."
        );

    private static IEnumerable<Problem> Table(Subject subject) =>
        from hash in Hashes(subject)
        where hash["maglev"].Exists
        let field = hash["maglev"]["tableSize"]
        let size = field.Integer ?? (field.Exists ? 2 : 0)
        where size >= LargestTable || !IsPrime(size)
        select new Problem(field, $"The maglev table's size is {size}; it is a prime below {LargestTable}, such as 65537.");

    private static IEnumerable<Problem> RingSize(Subject subject) =>
        from hash in Hashes(subject)
        let field = hash["minimumRingSize"]
        where field.Integer is not null and not 0
        select new Problem(field, "minimumRingSize beside the hash key is deprecated; write ringHash.minimumRingSize.");

    private static bool IsPrime(long number)
    {
        if (number < 4)
        {
            return number > 1;
        }

        if (number % 2 == 0)
        {
            return false;
        }

        for (var factor = 3L; factor * factor <= number; factor += 2)
        {
            if (number % factor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
