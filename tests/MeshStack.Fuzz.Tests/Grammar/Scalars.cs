using CsCheck;

namespace MeshStack.Fuzz.Tests.Grammar;

/// <summary>Texts that mean something somewhere, and texts that mean nothing anywhere.</summary>
internal static class Scalars
{
    /// <summary>Texts that fields of Istio and of definitions take, and near misses of them.</summary>
    public static Gen<string> Meant { get; } =
        Gen.OneOf(
            "web",
            "web.shop.svc.cluster.local",
            "*.shop.svc.cluster.local",
            "shop/*",
            "./*",
            "*/*",
            "*",
            "~",
            ".",
            "a.",
            "*.",
            "a..b",
            "shop/web.example.com",
            "-web",
            "web-",
            "Web",
            "10.0.0.1",
            "10.0.0.0/8",
            "10.0.0.1/33",
            "2001:db8::1",
            "2001:db8::/32",
            "[::1]:80",
            "unix:///var/run/x.sock",
            "0s",
            "1s",
            "1ms",
            "0.5ms",
            "1h30m",
            "-1s",
            "1 s",
            "9999999999h",
            "/",
            "/*",
            "*/x",
            "/a/{*}/b",
            "/a/{**}",
            "/{**}/{*}",
            "/a/{",
            "/a?b#c",
            "//a/../b",
            "/%2e%2E/",
            "GET",
            "get",
            "cluster.local/ns/shop/sa/web",
            "cluster.local/ns/shop/sa/*",
            "*/ns/shop/sa/web",
            "shop/web",
            "request.headers[x-team]",
            "request.headers[",
            "request.auth.claims[a][b]",
            "source.ip",
            "connection.sni",
            "experimental.envoy.filters.a.b[c]",
            "https://issuer.example/jwks",
            "(a|b)*c",
            "(a+)+$",
            "(?i)x",
            "[",
            "\\",
            "%REQ(:authority)%",
            "100%",
            "us-east/zone/sub",
            "outlier",
            "ROUND_ROBIN",
            "STRICT",
            "HTTP",
            "http",
            "80",
            "65535",
            "65536",
            "9223372036854775807",
            "1e999",
            "true",
            "null",
            "2026-01-01",
            "${west.eastWestGateway.address}",
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
        );

    /// <summary>Texts that no field is for.</summary>
    public static Gen<string> Odd { get; } =
        Gen.OneOf(
            Gen.OneOf(
                "",
                " ",
                "\n",
                "\0",
                "\u001b[2J",
                "\u202e",
                "\u2028",
                "\ud800",
                "\uffff",
                "é",
                "日本語",
                "😀",
                "\u0130",
                "`|*_<@#[x](y)",
                "../../../etc/passwd",
                "{{ .Values.x }}"
            ),
            Gen.String[0, 12],
            Gen.Select(Gen.Char['!', '~'], Gen.Int[1, 3000]).Select(repeated => new string(repeated.Item1, repeated.Item2))
        );

    public static Gen<string> Any { get; } =
        Gen.Frequency((6, Meant), (1, Odd), (1, Gen.Select(Meant, Meant).Select(two => two.Item1 + two.Item2)));

    public static Gen<object?> Number { get; } =
        Gen.OneOf<object?>(0L, 1L, -1L, 80L, 443L, 15443L, 65535L, 65536L, 2147483648L, long.MaxValue, long.MinValue, 99.5, 1e300, -0.0);

    /// <summary>A value of no type in particular.</summary>
    public static Gen<object?> AnyValue { get; } =
        Gen.OneOf(
            Any.Select(text => (object?)text),
            Number,
            Gen.Bool.Select(flag => (object?)flag),
            Gen.OneOf<object?>(null, Array.Empty<object?>(), new Dictionary<string, object?>()),
            Any.Select(text => (object?)new object?[] { text, null }),
            Gen.Select(Any, Any).Select(entry => (object?)new Dictionary<string, object?> { [entry.Item1] = entry.Item2 })
        );
}
