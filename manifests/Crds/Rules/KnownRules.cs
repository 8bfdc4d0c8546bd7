using System.Globalization;
using System.Text.RegularExpressions;
using Map = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace MeshStack.Manifests;

/// <summary>The rules of Istio's definitions, by the fingerprints of their texts.</summary>
internal static partial class KnownRules
{
    private const string Unix = "unix://";

    public static IReadOnlyDictionary<string, Rule> ByFingerprint { get; } =
        new Dictionary<string, Rule>(StringComparer.Ordinal)
        {
            // Fields that exclude or need each other.
            ["9c8b2fa1e5c2"] = AtMostOne("selector", "targetRefs"),
            ["89646882bde7"] = AtMostOne("selector", "targetRef", "targetRefs"),
            ["e1938d85b3be"] = AtMostOne("workloadSelector", "targetRefs"),
            ["e533e1c03915"] = AtMostOne("tlsCertificates", "credentialNames"),
            ["ed1c6e372f71"] = AtMostOne("credentialName", "credentialNames"),
            ["e873d174ad32"] = AtMostOne("credentialNames", "tlsCertificates"),
            ["95dbd45ec363"] = AtMostOne("workloadSelector", "endpoints"),
            ["4cb7bfad58b0"] = AtMostOne("jwksUri", "jwks_uri", "jwks"),
            ["e29690d9c14d"] = Fields(self => Has(self, "wasm") != Has(self, "lua"), "wasm", "lua"),
            ["3ff6915acab0"] = Fields(self => Has(self, "address") || Has(self, "network")),
            ["4723bc5eaefb"] = Fields(
                self =>
                    !(Has(self, "serviceAccounts") || Has(self, "notServiceAccounts"))
                    || !(Has(self, "principals") || Has(self, "notPrincipals") || Has(self, "namespaces") || Has(self, "notNamespaces")),
                "serviceAccounts",
                "notServiceAccounts",
                "principals",
                "notPrincipals",
                "namespaces",
                "notNamespaces"
            ),
            ["95e3836a303f"] = Fields(
                self => !Has(self, "portLevelMtls") || At(At(self, "selector"), "matchLabels") is Map { Count: > 0 },
                "portLevelMtls"
            ),
            ["bf8edd11d50e"] = Fields(self => (At(self, "context") is "WAYPOINT") == Has(self, "waypoint"), "context", "waypoint"),
            ["1b0040b126e1"] = Fields(self => At(self, "valueFrom") is not "HOST" || !Has(self, "value"), "value", "valueFrom"),
            ["d6ce7f014d61"] = Fields(
                self => At(self, "operation") is not "UPSERT" || At(self, "value") is string { Length: > 0 },
                "operation"
            ),
            ["5b3ceeadaf9d"] = Fields(self => At(self, "operation") is not "REMOVE" || !Has(self, "value"), "operation", "value"),

            // Service entries and endpoints.
            ["ae7cd2871563"] = Fields(
                self => Resolution(self) is "NONE" or "STATIC" || !List(self, "addresses").OfType<string>().Any(text => text.Contains('/')),
                "addresses",
                "resolution"
            ),
            ["979d36ca9de7"] = Fields(self => Resolution(self) is not "NONE" || !Has(self, "endpoints"), "endpoints", "resolution"),
            ["f8aacd3a4eec"] = Fields(
                self => Resolution(self) is not "DNS_ROUND_ROBIN" || List(self, "endpoints").Count <= 1,
                "endpoints",
                "resolution"
            ),
            ["7b6fa2085b84"] = Fields(
                self =>
                    At(self, "address") is not string address || !address.StartsWith(Unix, StringComparison.Ordinal) || !Has(self, "ports"),
                "address",
                "ports"
            ),
            ["e33b2a395c19"] = Fields(self =>
                self is not IReadOnlyList<object?> ports || ports.Select(port => At(port, "number")).Distinct().Count() == ports.Count
            ),

            // Keys of maps.
            ["26758da237cc"] = Keys(key => !key.Contains('*')),
            ["8a1f9f4d64a6"] = Keys(key => key.Length > 0),
            ["c2aa73ba29ff"] = Keys(key => key.Length < 63 && PortName().IsMatch(key)),
            ["ae7819969e1f"] = Keys(key =>
                long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var port) && IsPort(port)
            ),

            // Texts and numbers.
            ["3bf4e859ad73"] = new(self => self is not long port || IsPort(port), Itself),
            ["6d84550d7de0"] = Text(text => !text.Contains('*')),
            ["d6caec74c66b"] = Text(text => text.Length == 0),
            ["7451de171ecc"] = Text(text => text != "*"),
            ["40a7e4064c89"] = Text(text => text is "" or "HTTP" or "HTTPS"),
            ["b285c881b30f"] = Text(text => Duration.Nanoseconds(text) >= 1_000_000),
            ["9e3044fa766a"] = Text(text =>
                !text.StartsWith(Unix, StringComparison.Ordinal) || text.AsSpan(Unix.Length) is ['/' or '@', ..]
            ),
            ["000638c10cfb"] = Text(text => !text.StartsWith(Unix, StringComparison.Ordinal) || !text.EndsWith('/')),
            ["cc426255eaf0"] = Text(text => RequestUrl.Scheme(text) is "http" or "https"),
            ["fb715cf07f1c"] = Text(IsModuleUrl),
            ["895e58fc172d"] = Text(IsModuleUrl),
        };

    private static Rule AtMostOne(params string[] names) => Fields(self => Count(self, names) <= 1, names);

    private static Rule Fields(Func<object, bool> holds, params string[] names) =>
        new(holds, self => [.. names.Where(name => Has(self, name))]);

    private static Rule Keys(Func<string, bool> holds) =>
        new(
            self => self is not Map map || AllKeys(map, holds),
            self => [.. ((Map)self).Keys.Where(key => !holds(key)).Select(Described.Value)]
        );

    private static Rule Text(Func<string, bool> holds) => new(self => self is not string text || holds(text), Itself);

    private static string[] Itself(object self) => [Described.Value(self)];

    private static int Count(object self, string[] names)
    {
        var count = 0;
        foreach (var name in names)
        {
            count += Has(self, name) ? 1 : 0;
        }

        return count;
    }

    private static bool AllKeys(Map map, Func<string, bool> holds)
    {
        foreach (var key in map.Keys)
        {
            if (!holds(key))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(object self, string name) => At(self, name) is not null;

    private static object? At(object? self, string name) => self is Map map && map.TryGetValue(name, out var value) ? value : null;

    private static IReadOnlyList<object?> List(object self, string name) => At(self, name) as IReadOnlyList<object?> ?? [];

    private static object Resolution(object self) => At(self, "resolution") ?? "NONE";

    private static bool IsPort(long number) => number is > 0 and <= 65535;

    private static bool IsModuleUrl(string text) =>
        (RequestUrl.Scheme(text) ?? RequestUrl.Scheme("http://" + text)) is "" or "http" or "https" or "file" or "oci";

    [GeneratedRegex(@"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PortName();
}
