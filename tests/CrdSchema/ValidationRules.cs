using System.Globalization;
using System.Text.RegularExpressions;
using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.CrdSchema;

/// <summary>The CEL rules of Istio's definitions.</summary>
internal static partial class ValidationRules
{
    private const string Unix = "unix://";

    public static IReadOnlyDictionary<string, ValidationRule> ByFingerprint { get; } = new Dictionary<string, ValidationRule>(StringComparer.Ordinal)
    {
        ["9c8b2fa1e5c2"] = AtMostOne("selector", "targetRefs"),
        ["e29690d9c14d"] = new("has exactly one of wasm and lua", self => Has(self, "wasm") != Has(self, "lua")),
        ["26758da237cc"] = Keys("has keys without wildcards", key => !key.Contains('*', StringComparison.Ordinal)),
        ["8a1f9f4d64a6"] = Keys("has keys that are not empty", key => key.Length > 0),
        ["6d84550d7de0"] = Texts("has no wildcard", text => !text.Contains('*', StringComparison.Ordinal)),
        ["d6caec74c66b"] = Texts("is empty: references stay in their namespace", text => text.Length == 0),
        ["fb715cf07f1c"] = Texts("is a URL of http, https, file or oci", IsModuleUrl),
        ["895e58fc172d"] = Texts("is a URL of http, https, file or oci", IsModuleUrl),
        ["1b0040b126e1"] = new("has a value only where it is given inline", self => At(self, "valueFrom") is not "HOST" || !Has(self, "value")),
        ["89646882bde7"] = AtMostOne("selector", "targetRef", "targetRefs"),
        ["b285c881b30f"] = Texts("is a duration of at least 1ms", text => Milliseconds(text) >= 1),
        ["e1938d85b3be"] = AtMostOne("workloadSelector", "targetRefs"),
        ["bf8edd11d50e"] = new("matches waypoints in the context of waypoints", self => (At(self, "context") is "WAYPOINT") == Has(self, "waypoint")),
        ["3bf4e859ad73"] = new("is a port from 1 to 65535", self => self is not long port || port is > 0 and <= 65535),
        ["e533e1c03915"] = AtMostOne("tlsCertificates", "credentialNames"),
        ["ed1c6e372f71"] = AtMostOne("credentialName", "credentialNames"),
        ["e873d174ad32"] = AtMostOne("credentialNames", "tlsCertificates"),
        ["95dbd45ec363"] = AtMostOne("workloadSelector", "endpoints"),
        ["ae7cd2871563"] = new("has CIDR addresses only with NONE and STATIC", self =>
            (At(self, "resolution") ?? "NONE") is "NONE" or "STATIC" || !List(self, "addresses").OfType<string>().Any(address => address.Contains('/', StringComparison.Ordinal))),
        ["979d36ca9de7"] = new("has no endpoints with NONE", self => (At(self, "resolution") ?? "NONE") is not "NONE" || !Has(self, "endpoints")),
        ["f8aacd3a4eec"] = new("has at most one endpoint with DNS_ROUND_ROBIN", self => At(self, "resolution") is not "DNS_ROUND_ROBIN" || List(self, "endpoints").Count <= 1),
        ["3ff6915acab0"] = new("has an address", self => Has(self, "address") || Has(self, "network")),
        ["7b6fa2085b84"] = new("has no ports on a Unix socket", self => At(self, "address") is not string address || !address.StartsWith(Unix, StringComparison.Ordinal) || !Has(self, "ports")),
        ["9e3044fa766a"] = Texts("is an absolute or abstract Unix socket", text => !text.StartsWith(Unix, StringComparison.Ordinal) || text.AsSpan(Unix.Length) is ['/' or '@', ..]),
        ["000638c10cfb"] = Texts("is a Unix socket and no folder", text => !text.StartsWith(Unix, StringComparison.Ordinal) || !text.EndsWith('/')),
        ["c2aa73ba29ff"] = Keys("has port names", key => key.Length < 63 && PortName().IsMatch(key)),
        ["7451de171ecc"] = Texts("is not every host", text => text != "*"),
        ["e33b2a395c19"] = new("has each port number once", self => self is not IReadOnlyList<object?> ports || ports.Select(port => At(port!, "number")).Distinct().Count() == ports.Count),
        ["40a7e4064c89"] = Texts("is HTTP or HTTPS", text => text is "" or "HTTP" or "HTTPS"),
        ["4723bc5eaefb"] = new("has service accounts without principals and namespaces", self =>
            !(Has(self, "serviceAccounts") || Has(self, "notServiceAccounts")) || !(Has(self, "principals") || Has(self, "notPrincipals") || Has(self, "namespaces") || Has(self, "notNamespaces"))),
        ["95e3836a303f"] = new("has ports only with a selector", self => !Has(self, "portLevelMtls") || (At(self, "selector") is Map selector && At(selector, "matchLabels") is Map { Count: > 0 })),
        ["ae7819969e1f"] = Keys("has ports from 1 to 65535", key => int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535),
        ["4cb7bfad58b0"] = AtMostOne("jwksUri", "jwks_uri", "jwks"),
        ["cc426255eaf0"] = Texts("is a URL of http or https", text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"),
        ["d6ce7f014d61"] = new("has a value to UPSERT", self => At(self, "operation") is not "UPSERT" || At(self, "value") is string { Length: > 0 }),
        ["5b3ceeadaf9d"] = new("has no value to REMOVE", self => At(self, "operation") is not "REMOVE" || !Has(self, "value")),
    };

    private static ValidationRule AtMostOne(params string[] keys) => new($"has at most one of {string.Join(", ", keys)}", self => keys.Count(key => Has(self, key)) <= 1);

    private static ValidationRule Keys(string name, Func<string, bool> holds) => new(name, self => self is not Map map || map.Keys.All(holds));

    private static ValidationRule Texts(string name, Func<string, bool> holds) => new(name, self => self is not string text || holds(text));

    private static bool Has(object self, string key) => At(self, key) is not null;

    private static object? At(object self, string key) => self is Map map && map.TryGetValue(key, out var value) ? value : null;

    private static IReadOnlyList<object?> List(object self, string key) => At(self, key) as IReadOnlyList<object?> ?? [];

    private static bool IsModuleUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) ? url.Scheme is "http" or "https" or "file" or "oci" : Uri.TryCreate("http://" + text, UriKind.Absolute, out _);

    private static double? Milliseconds(string text)
    {
        var match = GoDuration().Match(text);
        return !match.Success ? null : match.Groups["part"].Captures.Sum(part => double.Parse(part.Value.TrimEnd('n', 'u', 'µ', 'm', 's', 'h'), CultureInfo.InvariantCulture) * part.Value.TrimStart("0123456789.".ToCharArray()) switch
        {
            "ns" => 1e-6,
            "us" or "µs" => 1e-3,
            "ms" => 1,
            "s" => 1e3,
            "m" => 6e4,
            _ => 3.6e6,
        });
    }

    [GeneratedRegex(@"^(?:(?<part>[0-9]+(?:\.[0-9]*)?(?:ns|us|µs|ms|s|m|h)))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex GoDuration();

    [GeneratedRegex(@"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PortName();
}
