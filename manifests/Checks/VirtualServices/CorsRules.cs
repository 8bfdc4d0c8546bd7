namespace MeshStack.Manifests;

/// <summary>Rules on CORS policies.</summary>
internal static class CorsRules
{
    private const decimal Second = 1_000_000_000;

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "cors-origin",
            Severity.Error,
            "VirtualService",
            "An allowed origin is matched by exact, prefix or regex.",
            "An origin that matches nothing allows no site at all.",
            "Give exact, prefix or regex with a value.",
            Origin
        ),
        new(
            "cors-method",
            Severity.Error,
            "VirtualService",
            "Allowed methods are HTTP's, in capitals, or '*'.",
            "Browsers compare methods exactly, so one that does not exist allows nothing.",
            "Write the method in capitals, or '*'.",
            Method
        ),
        new(
            "cors-header",
            Severity.Error,
            "VirtualService",
            "Allowed and exposed headers are header names or '*'.",
            "A browser never asks for a header of that name, and Envoy would send an invalid answer.",
            "Write names of headers, or '*'.",
            Header
        ),
        new(
            "cors-max-age",
            Severity.Error,
            "VirtualService",
            "maxAge is in whole seconds.",
            "Browsers count the age of an answer in whole seconds, so the rest would be lost.",
            "Round it to seconds.",
            MaxAge
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject.Spec["http"].Items.Select(route => route["corsPolicy"]).Where(policy => policy.Exists);

    private static IEnumerable<Problem> Origin(Subject subject) =>
        from origin in Of(subject).SelectMany(policy => policy["allowOrigins"].Items)
        where !origin["exact"].HasContent && !origin["prefix"].HasContent && !origin["regex"].HasContent
        select new Problem(origin, "The origin matches nothing; give exact, prefix or regex, such as exact: https://example.com.");

    private static IEnumerable<Problem> Method(Subject subject) =>
        from method in Of(subject).SelectMany(policy => policy["allowMethods"].Items)
        where method.Text is { } text && !Placeholder.IsIn(text) && !Methods.Contains(text)
        select new Problem(method, $"\"{method.Text}\" is no HTTP method; allowed are {string.Join(", ", Methods)}.");

    private static IEnumerable<Problem> Header(Subject subject) =>
        from header in Of(subject).SelectMany(policy => policy["allowHeaders"].Items.Concat(policy["exposeHeaders"].Items))
        where header.Text is { } text && text != "*" && !Placeholder.IsIn(text) && !HeaderName.IsToken(text)
        select new Problem(header, $"\"{header.Text}\" is no header name; it is a header's name, or '*' for all.");

    private static IEnumerable<Problem> MaxAge(Subject subject) =>
        from age in Of(subject).Select(policy => policy["maxAge"])
        where age.Text is { } text && Duration.Nanoseconds(text) is { } length && length % Second != 0
        select new Problem(age, $"maxAge is {age.Text}; it is in whole seconds.");
}
