using System.Globalization;

namespace MeshStack.Manifests;

/// <summary>Rules on retries.</summary>
internal static class RetryRules
{
    private static readonly HashSet<string> Conditions = new(StringComparer.Ordinal)
    {
        "5xx",
        "gateway-error",
        "reset",
        "reset-before-request",
        "connect-failure",
        "retriable-4xx",
        "refused-stream",
        "retriable-status-codes",
        "retriable-headers",
        "envoy-ratelimited",
        "http3-post-connect-failure",
        "cancelled",
        "deadline-exceeded",
        "internal",
        "resource-exhausted",
        "unavailable",
    };

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "retry-attempts",
            Severity.Error,
            "VirtualService",
            "Retries have a number of attempts, and with 0 attempts nothing else.",
            "With 0 attempts nothing is retried, so the other settings would have no effect.",
            "Give attempts, or only attempts of 0 to turn retries off.",
            Attempts
        ),
        new(
            "retry-on",
            Severity.Error,
            "VirtualService",
            "retryOn names conditions of Envoy or HTTP status codes, with commas and no spaces.",
            "Envoy ignores conditions that it does not know, so the request would not be retried when it was meant to.",
            "Write the listed conditions or status codes, with commas and no spaces.",
            RetryOn
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject.Spec["http"].Items.Select(route => route["retries"]).Where(retries => retries.Exists);

    private static IEnumerable<Problem> Attempts(Subject subject)
    {
        foreach (var retries in Of(subject))
        {
            var attempts = retries["attempts"].Integer ?? (retries["attempts"].Exists ? 1 : 0);
            var others = new[] { "perTryTimeout", "retryOn", "retryRemoteLocalities" }
                .Where(key => key == "retryOn" ? retries[key].HasContent : retries[key].Exists)
                .ToArray();
            if (attempts < 0)
            {
                yield return new(retries["attempts"], $"attempts is {attempts}; it is 0 (no retries) or more.");
            }
            else if (attempts == 0 && others.Length > 0)
            {
                yield return new(
                    retries,
                    $"attempts is {(retries["attempts"].Exists ? "0" : "missing, and so 0")}, which turns retries off, but "
                        + $"{string.Join(" and ", others)} is given; give attempts, or only attempts: 0."
                );
            }
        }
    }

    private static IEnumerable<Problem> RetryOn(Subject subject) =>
        from retries in Of(subject)
        let field = retries["retryOn"]
        where field.Text is { Length: > 0 } text && !Placeholder.IsIn(text)
        from condition in field.Text!.Split(',')
        where !Conditions.Contains(condition) && !IsStatus(condition)
        select new Problem(
            field,
            $"\"{condition}\" is no condition to retry on{(Conditions.Contains(condition.Trim()) ? " because of the space" : "")}; known "
                + $"are {string.Join(",", Conditions.Order(StringComparer.Ordinal))} and HTTP status codes."
        );

    // The assigned codes of the IANA registry.
    private static bool IsStatus(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
        && code
            is (>= 100 and <= 103)
                or (>= 200 and <= 208)
                or 226
                or (>= 300 and <= 308 and not 306)
                or (>= 400 and <= 418)
                or (>= 421 and <= 426)
                or 428
                or 429
                or 431
                or 451
                or (>= 500 and <= 508)
                or 510
                or 511;
}
