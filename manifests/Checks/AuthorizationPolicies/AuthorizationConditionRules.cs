namespace MeshStack.Manifests;

/// <summary>Rules on the conditions of an AuthorizationPolicy.</summary>
internal static class AuthorizationConditionRules
{
    private static readonly string[] PlainKeys =
    [
        "source.ip",
        "remote.ip",
        "source.namespace",
        "source.principal",
        "source.serviceAccount",
        "source.trustDomain",
        "request.auth.principal",
        "request.auth.audiences",
        "request.auth.presenter",
        "destination.ip",
        "destination.port",
        "connection.sni",
    ];

    private static readonly string[] MapKeys = ["request.headers", "request.auth.claims", "experimental.envoy.filters."];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "authorization-condition-key",
            Severity.Error,
            "AuthorizationPolicy",
            "A condition has a known key.",
            "There is no attribute of that name to read from a request, so the condition could never be decided.",
            "Write one of the listed keys, and the name of a header or claim in brackets.",
            Key
        ),
        new(
            "authorization-condition-values",
            Severity.Error,
            "AuthorizationPolicy",
            "A condition has values or notValues that fit its key, none of them empty.",
            "A condition without values compares with nothing, and one with an empty or malformed value can never hold.",
            "Give values or notValues in the form that the key has.",
            Values
        ),
    ];

    private static IEnumerable<Field> Conditions(Subject subject) => subject.Spec["rules"].Items.SelectMany(rule => rule["when"].Items);

    private static IEnumerable<Problem> Key(Subject subject)
    {
        foreach (var key in Conditions(subject).Select(condition => condition["key"]))
        {
            var text = key.Text ?? "";
            if (MapKeys.Any(map => text.StartsWith(map, StringComparison.Ordinal)))
            {
                var open = text.IndexOf('[', StringComparison.Ordinal);
                if (!text.EndsWith(']') || open < 1 || open >= text.Length - 2)
                {
                    yield return new(key, $"The key {text} names no entry; write it in brackets, such as request.headers[user-agent].");
                }
            }
            else if (!PlainKeys.Contains(text) && !Placeholder.IsIn(text))
            {
                yield return new(
                    key,
                    $"\"{text}\" is no key of a condition; known are {string.Join(", ", PlainKeys)}, request.headers[name] and "
                        + "request.auth.claims[name]."
                );
            }
        }
    }

    private static IEnumerable<Problem> Values(Subject subject)
    {
        foreach (var condition in Conditions(subject))
        {
            var key = condition["key"].Text ?? "";
            var values = condition["values"].Items.Concat(condition["notValues"].Items).ToArray();
            if (values.Length == 0)
            {
                yield return new(condition, $"The condition on {key} has nothing to compare with; give values or notValues.");
            }

            if (key == "source.serviceAccount")
            {
                foreach (var problem in AccountNames.Check(condition["values"]).Concat(AccountNames.Check(condition["notValues"])))
                {
                    yield return problem;
                }
            }

            foreach (var value in values.Where(value => value.Text is not null))
            {
                var text = value.Text!;
                if (text.Length == 0)
                {
                    yield return new(value, "The value is empty; write '*' to match every value that is given.");
                }
                else if (key is "source.ip" or "remote.ip" or "destination.ip" && !IpAddress.IsAddressOrBlock(text))
                {
                    yield return new(value, $"\"{text}\" is neither an IP address nor a CIDR block.");
                }
                else if (key == "source.trustDomain" && !Placeholder.IsIn(text) && EdgeWildcard.WhyNot(text) is { } reason)
                {
                    yield return new(value, $"\"{text}\" is no trust domain: {reason}.");
                }
                else if (key == "destination.port" && !Placeholder.IsIn(text) && !AuthorizationOperationRules.IsPort(text))
                {
                    yield return new(value, $"\"{text}\" is no port; ports are numbers up to 65535, as text.");
                }
            }
        }
    }
}
