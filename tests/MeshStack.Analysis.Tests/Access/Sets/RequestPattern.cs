using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Tests.Access.Sets;

/// <summary>A set of requests as it was written, and what it takes, said once more and differently.</summary>
internal sealed record RequestPattern(string Name, Func<RequestSet> Set, Func<SampleRequest, bool> Takes)
{
    private static readonly string[] Callers = ["td/ns/a/sa/x", "td/ns/a/sa/y", "td/ns/b/sa/x"];

    private static readonly (string Pattern, Func<string, bool> Takes)[] Values =
    [
        ("a", text => text == "a"),
        ("b", text => text == "b"),
        ("a*", text => text.StartsWith('a')),
        ("*b", text => text.EndsWith('b')),
        ("*", text => text.Length > 0),
    ];

    private static readonly (string Pattern, Func<string, bool> Takes)[] PathValues =
    [
        ("/a", text => text == "/a"),
        ("/a*", text => text.StartsWith("/a", StringComparison.Ordinal)),
        ("*b", text => text.EndsWith('b')),
        ("/a/{*}", text => text.Length > 3 && text.StartsWith("/a/", StringComparison.Ordinal) && text.LastIndexOf('/') == 2),
        ("*", _ => true),
        ("/b", text => text == "/b"),
    ];

    public static IReadOnlyList<SampleRequest> Requests { get; } =
    [
        .. from method in new[] { "GET", "POST", "PUT" }
        from path in new[] { "/", "/a", "/ab", "/b", "/a/b" }
        from host in new[] { "a", "B" }
        from header in new[] { null, "", "a", "b", "ab" }
        from groups in new string[][] { [], ["a"], ["b"], ["a", "b"], ["ab", "c"] }
        from caller in new[] { null, Callers[0], Callers[2] }
        select new SampleRequest
        {
            Method = method,
            Path = path,
            Host = host,
            Identity = caller,
            Headers = header is null ? new SampleRequest().Headers : new SampleRequest().Headers.Add("X", header),
            Claims = new SampleRequest().Claims.Add("groups", [.. groups]),
        },
    ];

    private static Gen<RequestPattern> Simple { get; } =
        Gen.OneOf(
            Gen.Elements("GET", "POST")
                .Select(method => new RequestPattern(
                    method,
                    () => RequestSet.Methods(TextSet.Exact(method)),
                    request => request.Method == method
                )),
            Gen.Elements(PathValues)
                .Select(value => new RequestPattern(
                    value.Pattern,
                    () => RequestSet.Paths(TextSet.Path(value.Pattern)),
                    request => value.Takes(request.Path)
                )),
            Gen.Elements(Values)
                .Select(value => new RequestPattern(
                    $"on {value.Pattern}",
                    () => RequestSet.Hosts(TextSet.Istio(value.Pattern)),
                    request => value.Takes(request.Host.ToLowerInvariant())
                )),
            Gen.Elements(Values)
                .Select(value => new RequestPattern(
                    $"x is {value.Pattern}",
                    () => RequestSet.Header("x", TextSet.Istio(value.Pattern)),
                    request => request.Headers.TryGetValue("x", out var text) && value.Takes(text)
                )),
            Gen.Elements(Values)
                .Select(value => new RequestPattern(
                    $"groups has {value.Pattern}",
                    () => RequestSet.Claim("groups", TextSet.Istio(value.Pattern)),
                    request => request.Claims.GetValueOrDefault("groups", []).Any(value.Takes)
                )),
            Gen.Elements(Callers)
                .Select(caller => new RequestPattern(
                    caller,
                    () => RequestSet.Identity(TextSet.Exact(caller)),
                    request => request.Identity == caller
                )),
            Gen.Elements("a", "b")
                .Select(name => new RequestPattern(
                    $"from {name}",
                    () => RequestSet.Identity(TextSet.PrincipalOfNamespace(name)),
                    request => request.Namespace == name
                )),
            Gen.Constant(new RequestPattern("plaintext", () => RequestSet.Plaintext, request => request.Identity is null))
        );

    /// <summary>What a rule of a policy says.</summary>
    public static Gen<RequestPattern> Small { get; } = Nested(1);

    public static Gen<RequestPattern> All { get; } = Nested(3);

    public override string ToString() => Name;

    private static Gen<RequestPattern> Nested(int depth) =>
        depth == 0
            ? Simple
            : Gen.OneOf(
                from one in Nested(depth - 1)
                from two in Nested(depth - 1)
                select new RequestPattern(
                    $"({one} | {two})",
                    () => one.Set().Union(two.Set()),
                    request => one.Takes(request) || two.Takes(request)
                ),
                from one in Nested(depth - 1)
                from two in Nested(depth - 1)
                select new RequestPattern(
                    $"({one} & {two})",
                    () => one.Set().Intersect(two.Set()),
                    request => one.Takes(request) && two.Takes(request)
                ),
                from one in Nested(depth - 1)
                from two in Nested(depth - 1)
                select new RequestPattern(
                    $"({one} - {two})",
                    () => one.Set().Except(two.Set()),
                    request => one.Takes(request) && !two.Takes(request)
                ),
                from one in Nested(depth - 1)
                select new RequestPattern($"!{one}", () => one.Set().Complement(), request => !one.Takes(request))
            );
}
