using System.Collections;
using System.Globalization;
using System.Net;

namespace MeshStack.Definition;

/// <summary>What mesh configuration may say; Istio drops an unknown key without a word.</summary>
internal static class MeshConfigRules
{
    private const string DynamicDns = "ALLOW_ANY_DYNAMIC_DNS";

    private static readonly string[] OutboundTrafficPolicies =
    [
        .. SettingMember.AllowedFor<IstioInstallSettings>(nameof(IstioInstallSettings.OutboundTrafficPolicy)),
    ];

    private static readonly string[] Encodings =
    [
        .. SettingMember.AllowedFor<IstioInstallSettings>(nameof(IstioInstallSettings.AccessLogEncoding)),
    ];

    public static IEnumerable<ArgsProblem> Problems(IstioInstallSettings settings) =>
        Options(settings)
            .Concat(Given("meshConfig", settings.MeshConfig, settings))
            .Concat(InValues(settings) is { } given ? Given("values.istiod.meshConfig", given, settings) : []);

    /// <summary>What is wrong with the mesh configuration of an Istio that is there already.</summary>
    public static IEnumerable<ArgsProblem> OfExisting(string path, IstioInstallSettings settings) =>
        Given(path, settings.MeshConfig, settings);

    private static IEnumerable<ArgsProblem> Options(IstioInstallSettings settings)
    {
        if (!Outbound(settings).Contains(settings.OutboundTrafficPolicy))
        {
            yield return ArgsProblem.NotAllowed(
                "outboundTrafficPolicy",
                settings.OutboundTrafficPolicy,
                "an outbound traffic policy",
                Outbound(settings),
                OutboundHint(settings.OutboundTrafficPolicy)
            );
        }

        if (settings.AccessLogEncoding is { } encoding && !Encodings.Contains(encoding))
        {
            yield return ArgsProblem.NotAllowed("accessLogEncoding", encoding, "an encoding of access logs", Encodings);
        }

        foreach (
            var problem in settings.AccessLogFormat is { } format
                ? AccessLogRules.Problems("accessLogFormat", format, Encoding(settings))
                : []
        )
        {
            yield return problem;
        }

        foreach (var (alias, i) in settings.TrustDomainAliases.Select((a, i) => (a, i)).Where(a => !KubernetesNames.IsSubdomain(a.a)))
        {
            yield return new(
                FormattableString.Invariant($"trustDomainAliases[{i}]"),
                $"'{alias}' is not a DNS name (labels of a-z, 0-9 and '-', joined by dots): istiod would not read the mesh configuration"
            );
        }

        if (settings.TraceSampling is { } sampling && !(sampling is >= 0 and <= 100))
        {
            yield return new("traceSampling", FormattableString.Invariant($"{sampling} is not a percentage: 0 to 100 is allowed"));
        }

        foreach (var (key, why) in ReservedValues.OfMeshConfig.Where(r => ChartValues.At(settings.MeshConfig, r.Path) is not null))
        {
            yield return new($"meshConfig.{key}", why);
        }
    }

    /// <summary>What every control plane of the installation knows.</summary>
    private static string[] Outbound(IstioInstallSettings settings) =>
        IstioVersion.IsBefore(settings.RevisionSet.Oldest, "1.31.0")
            ? [.. OutboundTrafficPolicies.Where(p => p != DynamicDns)]
            : OutboundTrafficPolicies;

    private static string? Encoding(IstioInstallSettings settings) =>
        (
            settings.AccessLogEncoding
            ?? ChartValues.At(settings.MeshConfig, "accessLogEncoding")
            ?? ChartValues.At(InValues(settings) as IReadOnlyDictionary<string, object>, "accessLogEncoding")
        ) as string;

    private static string OutboundHint(string given) => given == DynamicDns ? " (it came with Istio 1.31)" : "";

    private static object? InValues(IstioInstallSettings settings) => ChartValues.At(settings.Values?.Istiod, "meshConfig");

    /// <summary>The providers that default providers can name, wherever they are defined.</summary>
    private static string[] ProviderNames(IstioInstallSettings settings) =>
        [
            .. new[] { settings.MeshConfig, InValues(settings) as IReadOnlyDictionary<string, object> }
                .SelectMany(ExtensionProviders)
                .Select(p => p.GetValueOrDefault("name") as string ?? "")
                .Concat(MeshConfigMessage.BuiltInProviders)
                .Where(n => n.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    public static IReadOnlyDictionary<string, object>[] ExtensionProviders(IReadOnlyDictionary<string, object>? config) =>
        config?.GetValueOrDefault("extensionProviders") is IEnumerable list and not string and not IReadOnlyDictionary<string, object>
            ? [.. list.Cast<object>().Select(p => p as IReadOnlyDictionary<string, object> ?? new Dictionary<string, object>())]
            : [];

    private static IEnumerable<ArgsProblem> Given(string path, object given, IstioInstallSettings settings) =>
        given is not IReadOnlyDictionary<string, object> config
            ? [new ArgsProblem(path, "a map of the keys of MeshConfig is expected")]
            : Keys(path, config, MeshConfigMessage.MeshConfig, settings.RevisionSet.Oldest)
                .Concat(OneOf(path, config, "accessLogEncoding", "an encoding of access logs", Encodings))
                .Concat(MeshConfigTypes.Problems(path, config))
                .Concat(
                    ChartValues.At(config, "accessLogFormat") is string format
                        ? AccessLogRules.Problems($"{path}.accessLogFormat", format, Encoding(settings))
                        : []
                )
                .Concat(Contradictions(path, config, settings))
                .Concat(Providers(path, config))
                .Concat(DefaultProviders(path, config, ProviderNames(settings)));

    /// <summary>What a key says already, and otherwise; and what the rest of the mesh counts on.</summary>
    private static IEnumerable<ArgsProblem> Contradictions(
        string path,
        IReadOnlyDictionary<string, object> config,
        IstioInstallSettings settings
    )
    {
        foreach (
            var (at, key, given) in new (string, string, object?)[]
            {
                ("accessLogFile", "accessLogFile", settings.AccessLogFile),
                ("accessLogFormat", "accessLogFormat", settings.AccessLogFormat),
                ("accessLogEncoding", "accessLogEncoding", settings.AccessLogEncoding),
                ("enableTracing", "enableTracing", settings.EnableTracing),
                ("defaultConfig.tracing.sampling", "traceSampling", settings.TraceSampling),
            }
        )
        {
            if (given is not null && ChartValues.At(config, at) is { } other && !IsSame(given, other))
            {
                yield return new($"{path}.{at}", $"contradicts the key {key}, which is given too: give it there only");
            }
        }

        if (ChartValues.At(config, "pathNormalization.normalization") is "NONE")
        {
            yield return ArgsProblem.Warning(
                $"{path}.pathNormalization.normalization",
                "NONE: proxies compare paths as clients write them, so that /a/../b or /%62 gets past a rule that knows /b; remove it, or "
                    + "use BASE or more"
            );
        }

        if (ChartValues.At(config, "enableAutoMtls") is false)
        {
            yield return ArgsProblem.Warning(
                $"{path}.enableAutoMtls",
                "false: callers speak plaintext to every service without a DestinationRule, and those that take mTLS only refuse it; "
                    + "remove it"
            );
        }
    }

    private static bool IsSame(object one, object other) =>
        one is double or int && other is double or int
            ? Convert.ToDouble(one, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(other, CultureInfo.InvariantCulture))
            : one.Equals(other);

    private static IEnumerable<ArgsProblem> Keys(
        string path,
        IReadOnlyDictionary<string, object> given,
        MeshConfigMessage message,
        string version
    )
    {
        foreach (var (key, value) in given.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var at = $"{path}.{key}";
            if (!message.Keys.Contains(key))
            {
                yield return message.Keys.FirstOrDefault(k => Plain(k) == Plain(key)) is { } meant
                    ? new(at, $"'{key}' is dropped by Istio: write {meant}")
                    : ArgsProblem.NotAllowed(at, key, $"a key of {message.Name}, and would be dropped by Istio", message.Keys);
            }
            else if (message.Since.TryGetValue(key, out var since) && IstioVersion.IsBefore(version, since + ".0"))
            {
                yield return new(at, $"came with Istio {since}, and {version} would drop it without a word");
            }
            else if (message.Messages.TryGetValue(key, out var inner))
            {
                foreach (var problem in Inner(at, value, inner, version))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<ArgsProblem> Inner(string path, object value, MeshConfigMessage message, string version) =>
        value switch
        {
            IReadOnlyDictionary<string, object> map => Keys(path, map, message, version),
            IEnumerable list and not string => list.Cast<object>()
                .SelectMany((item, i) => Inner(FormattableString.Invariant($"{path}[{i}]"), item, message, version)),
            _ => [new ArgsProblem(path, $"a map of the keys of {message.Name} is expected: {string.Join(", ", message.Keys)}")],
        };

    private static IEnumerable<ArgsProblem> OneOf(
        string path,
        IReadOnlyDictionary<string, object> config,
        string key,
        string what,
        string[] allowed
    )
    {
        if (ChartValues.At(config, key) is { } given && !(given is string text && allowed.Contains(text)))
        {
            yield return ArgsProblem.NotAllowed($"{path}.{key}", given.ToString() ?? "", what, allowed);
        }
    }

    private static IEnumerable<ArgsProblem> Providers(string path, IReadOnlyDictionary<string, object> config)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (provider, i) in ExtensionProviders(config).Select((p, i) => (p, i)))
        {
            var at = FormattableString.Invariant($"{path}.extensionProviders[{i}]");
            var name = provider.GetValueOrDefault("name") as string ?? "";
            if (name.Length == 0 || !names.Add(name))
            {
                yield return new(at + ".name", name.Length == 0 ? "required" : $"'{name}' names another provider as well");
            }

            foreach (var problem in Provider(at, provider))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ArgsProblem> DefaultProviders(string path, IReadOnlyDictionary<string, object> config, string[] providers)
    {
        foreach (var key in MeshConfigMessage.MeshConfig.Messages["defaultProviders"].Keys)
        {
            var uses = ChartValues.At(config, "defaultProviders." + key);
            foreach (var use in (uses as IEnumerable)?.OfType<string>().Where(n => uses is not string && !providers.Contains(n)) ?? [])
            {
                yield return ArgsProblem.NotAllowed($"{path}.defaultProviders.{key}", use, "a provider that is defined", providers);
            }
        }
    }

    private static IEnumerable<ArgsProblem> Provider(string path, IReadOnlyDictionary<string, object> provider)
    {
        var types = MeshConfigMessage.ExtensionProvider.Keys.Where(k => k != "name").ToList();
        var given = types.Where(provider.ContainsKey).ToList();
        if (given.Count == 0 && provider.Keys.Any(k => !MeshConfigMessage.ExtensionProvider.Keys.Contains(k)))
        {
            // The unknown key is what it was meant to provide.
            yield break;
        }

        if (given.Count != 1)
        {
            yield return new(
                path,
                given.Count == 0
                    ? $"required: what it provides; allowed: {string.Join(", ", types)}"
                    : $"{string.Join(" and ", given)}: a provider is one of them"
            );
        }
        else if (MeshConfigMessage.CallingProviders.Contains(given[0]))
        {
            foreach (var key in new[] { "service", "port" })
            {
                if (ChartValues.At(provider, $"{given[0]}.{key}") is not { } value || value is "")
                {
                    yield return new($"{path}.{given[0]}.{key}", "required");
                }
                else if (key == "port" && MeshConfigTypes.Number(value) is not (>= 1 and <= 65535))
                {
                    yield return new($"{path}.{given[0]}.port", $"'{value}' is no port: a number from 1 to 65535 is allowed");
                }
                else if (
                    key == "service"
                    && !(
                        value is string service
                        && service.Split('/')[^1] is var host
                        && (KubernetesNames.IsSubdomain(host) || IPAddress.TryParse(host, out _))
                    )
                )
                {
                    yield return new($"{path}.{given[0]}.service", $"'{value}' is no host of a service: HOST, or NAMESPACE/HOST");
                }
            }
        }
    }

    private static string Plain(string key) => key.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
