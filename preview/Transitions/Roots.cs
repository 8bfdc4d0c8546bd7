using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Preview.Transitions;

/// <summary>The roots of a definition, by the names that tell them apart.</summary>
internal static class Roots
{
    public static TrustState? Of(MeshDefinition definition, Func<ConfigurationValue, string> name)
    {
        if (definition.Mesh.Trust is not { } trust)
        {
            return null;
        }

        var phase = trust.Rotation?.Phase;
        if (trust.Generated is { } generated)
        {
            var root = Generation(generated.Root);
            var from = trust.Rotation?.From is { } earlier ? Generation(earlier) : null;
            return phase switch
            {
                RotationPhases.Prepare => TrustState.Prepare(from!, root),
                RotationPhases.Switch => TrustState.Switch(from!, root),
                RotationPhases.Retire => TrustState.Retire(from, root),
                _ => TrustState.Steady(root),
            };
        }

        // Roots of an issuer elsewhere are that issuer's to rotate.
        return trust.Provided is not null && definition.Clusters.Any(c => c.Member.Ca is not null)
            ? Provided(definition, phase, name)
            : null;
    }

    private static TrustState Provided(MeshDefinition definition, string? phase, Func<ConfigurationValue, string> name)
    {
        var root = Named(definition, "rootCertificate", name);
        return phase switch
        {
            // The given intermediates chain to the root, so it is the old one until the switch.
            RotationPhases.Prepare => TrustState.Prepare(root, Named(definition, "nextRootCertificate", name)),
            RotationPhases.Switch => TrustState.Switch(Named(definition, "previousRootCertificate", name), root),
            RotationPhases.Retire => TrustState.Retire(null, root),
            _ => TrustState.Steady(root),
        };
    }

    private static string Named(MeshDefinition definition, string key, Func<ConfigurationValue, string> name) =>
        definition.Late.FirstOrDefault(l => l.Path == "meshstack:trust." + key) is { } late ? name(late.Value) : key;

    /// <summary>The generated root that is in a stack whose first update has not ended; it is protected from the moment that it is
    /// there.</summary>
    public static RootState? Among(IEnumerable<StackResource> resources)
    {
        const string Mark = "trust-root-";
        List<int> generations =
        [
            .. resources
                .Where(r => r.Type.StartsWith("tls:", StringComparison.Ordinal) && r.ParentType == "meshstack:index:MeshTrust")
                .Select(r =>
                    r.Name.Split(Mark) is [_, var rest] && int.TryParse(rest.Split('-')[0], CultureInfo.InvariantCulture, out var n) ? n : 0
                )
                .Where(n => n > 0)
                .Distinct()
                .Order(),
        ];
        return generations switch
        {
            [var root] => RootState.Create(TrustState.Steady(Generation(root))),
            [var from, var to] => RootState.Create(TrustState.Prepare(Generation(from), Generation(to))),
            _ => null,
        };
    }

    /// <summary>What tells a given root from another: its SHA-256 fingerprint; null for what is no certificate.</summary>
    public static string? Fingerprint(string? pem)
    {
        try
        {
            using var certificate = pem is null ? null : X509Certificate2.CreateFromPem(pem);
            return certificate?.GetCertHashString(HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>How a generated root is called.</summary>
    public static string Generation(string number) => $"generation {number}";

    /// <summary>Whether a name is that of a given root whose value was known.</summary>
    public static bool IsFingerprint(string root) => root.Length == 64 && root.All(char.IsAsciiHexDigit);

    /// <summary>Whether a root of that name was generated.</summary>
    public static bool IsGenerated(string root) => root.StartsWith("generation ", StringComparison.Ordinal);

    private static string Generation(int root) => Generation(root.ToString(CultureInfo.InvariantCulture));
}
