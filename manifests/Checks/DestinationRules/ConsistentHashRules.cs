namespace MeshStack.Manifests;

/// <summary>Rules on load balancers and their consistent hashes.</summary>
internal static class ConsistentHashRules
{
    private const long LargestTable = 5_000_011;

    private static readonly string[] HashKeys = ["httpCookie", "httpHeaderName", "httpQueryParameterName", "useSourceIp"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "load-balancer-one-of",
            Severity.Error,
            "DestinationRule",
            "A load balancer is simple or a consistentHash, not both.",
            "A cluster has one way to choose an endpoint, so it would be open which is meant.",
            "Keep simple or consistentHash.",
            OneOf
        ),
        new(
            "consistent-hash-key",
            Severity.Error,
            "DestinationRule",
            "A consistent hash has one key: a cookie, a header, a query parameter or the source IP.",
            "Requests would be hashed by two keys at once, and one host could not stay with either.",
            "Keep one of the keys.",
            Key
        ),
        new(
            "consistent-hash-no-key",
            Severity.Warning,
            "DestinationRule",
            "A consistent hash has a key.",
            "Without a key Envoy hashes a random number, so requests of one user meet different endpoints.",
            "Give a cookie, a header, a query parameter or useSourceIp.",
            NoKey,
            RuleOrigin.MeshStack
        ),
        new(
            "consistent-hash-cookie",
            Severity.Error,
            "DestinationRule",
            "A hash cookie is an object with a name, and its attributes have names, each once.",
            "Without its name the cookie cannot be found or set, and of an attribute given twice only one could be sent.",
            "Give the cookie and each of its attributes one name.",
            Cookie
        ),
        new(
            "consistent-hash-algorithm",
            Severity.Error,
            "DestinationRule",
            "A consistent hash uses one of ringHash, maglev and minimumRingSize.",
            "A cluster has one ring or one table, so only one of the algorithms could be used.",
            "Keep ringHash or maglev.",
            Algorithm
        ),
        new(
            "consistent-hash-table",
            Severity.Error,
            "DestinationRule",
            "A maglev table's size is a prime below 5000011.",
            "Maglev spreads hosts over a table whose size is prime, and Envoy refuses any other.",
            "Write a prime below 5000011, such as 65537.",
            Table
        ),
        new(
            "consistent-hash-ring-size",
            Severity.Warning,
            "DestinationRule",
            "The ring size stands in ringHash.",
            "The field is deprecated and goes away in favour of the algorithm's own settings.",
            "Move the number to ringHash.minimumRingSize.",
            subject => RingSize(TrafficPolicies.Outermost(subject))
        ),
        new(
            "consistent-hash-ring-size-nested",
            Severity.Warning,
            "DestinationRule",
            "The ring size stands in ringHash for subsets and ports too.",
            "The field is deprecated, and istiod says so only of the outermost traffic policy.",
            "Move the number to ringHash.minimumRingSize of that subset or port.",
            subject => RingSize(TrafficPolicies.Nested(subject)),
            RuleOrigin.MeshStack
        ),
        new(
            "warmup",
            Severity.Error,
            "DestinationRule",
            "A warmup has a duration, starts with at most 100 percent, and its aggression is at least 1.",
            "Without a time no endpoint can warm up, and Envoy takes no other shares and curves.",
            "Give duration, at most 100 for minimumPercent, and at least 1 for aggression.",
            Warmup
        ),
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
        where given.Length > 1
        select new Problem(
            hash,
            $"The consistent hash has the keys {string.Join(" and ", given)}; give one of {string.Join(", ", HashKeys)}."
        );

    private static IEnumerable<Problem> NoKey(Subject subject) =>
        from hash in Hashes(subject)
        where !HashKeys.Any(key => hash[key].Exists)
        select new Problem(
            hash,
            $"The consistent hash has no key, so requests are spread at random; give one of {string.Join(", ", HashKeys)}."
        );

    private static IEnumerable<Problem> Cookie(Subject subject)
    {
        foreach (var cookie in Hashes(subject).Select(hash => hash["httpCookie"]).Where(cookie => cookie.Exists))
        {
            if (!cookie["name"].HasContent)
            {
                yield return new(
                    cookie,
                    cookie.Text is { } text
                        ? $"httpCookie is the text \"{text}\"; it is an object with name and ttl, such as name: {text}, ttl: 0s."
                        : "httpCookie has no name; it is an object with name and ttl."
                );
            }

            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (var attribute in cookie["attributes"].Items)
            {
                var name = attribute["name"];
                if (!name.HasContent)
                {
                    yield return new(name, "The cookie's attribute has no name; give one, such as SameSite.");
                }
                else if (!seen.Add(name.Text!))
                {
                    yield return new(name, $"The cookie's attribute {name.Text} is given already; each is given once.");
                }
            }
        }
    }

    private static IEnumerable<Problem> Algorithm(Subject subject) =>
        from hash in Hashes(subject)
        let given = new[] { "ringHash", "maglev", "minimumRingSize" }.Where(key => hash[key] is { Exists: true, Integer: not 0 }).ToArray()
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

    private static IEnumerable<Problem> Warmup(Subject subject)
    {
        foreach (var warmup in Balancers(subject).Select(balancer => balancer["warmup"]).Where(warmup => warmup.Exists))
        {
            if (!warmup["duration"].Exists)
            {
                yield return new(warmup, "The warmup has no duration; give one, such as 30s.");
            }

            if (warmup["minimumPercent"].Number > 100)
            {
                yield return new(warmup["minimumPercent"], $"minimumPercent is {warmup["minimumPercent"].Value}; it is at most 100.");
            }

            if (warmup["aggression"].Number < 1)
            {
                yield return new(warmup["aggression"], $"aggression is {warmup["aggression"].Value}; it is at least 1, which is linear.");
            }
        }
    }

    private static IEnumerable<Problem> RingSize(IEnumerable<Field> policies) =>
        from policy in policies
        let field = policy["loadBalancer"]["consistentHash"]["minimumRingSize"]
        where field.Integer is not null and not 0
        select new Problem(field, "minimumRingSize beside the hash key is deprecated; write ringHash.minimumRingSize.");

    private static bool IsPrime(long number)
    {
        if (number < 4)
        {
            return number > 0;
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
