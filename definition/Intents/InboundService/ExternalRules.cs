using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>What the host of a service for clients outside the mesh can and cannot have.</summary>
internal static class ExternalRules
{
    private const string OneCertificate = "exactly one of certificates, credentialName and certificateIssuer";

    public static IEnumerable<ArgsProblem> Check(InboundServiceIntent settings) =>
        settings.ExternalName is { } host ? [.. Host(settings, host), .. Paths(settings), .. Certificate(settings)] : WithoutHost(settings);

    /// <summary>The keys that say how the ingress gateway meets clients, of those that are given.</summary>
    public static IEnumerable<string> Given(InboundServiceIntent settings) =>
        new[]
        {
            ("externalTls", settings.ExternalTls is not null),
            ("certificates", settings.Certificates is not null),
            ("credentialName", settings.CredentialName is not null),
            ("certificateIssuer", settings.CertificateIssuer is not null),
            ("httpRedirect", settings.HttpRedirect),
        }
            .Where(one => one.Item2)
            .Select(one => one.Item1);

    private static IEnumerable<ArgsProblem> WithoutHost(InboundServiceIntent settings)
    {
        IEnumerable<string> given =
        [
            .. settings.ExternalPort is null ? Array.Empty<string>() : ["externalPort"],
            .. settings.ExternalPaths.Count == 0 ? Array.Empty<string>() : ["externalPaths"],
            .. Given(settings),
        ];
        return given.Select(path => new ArgsProblem(path, "has no effect without externalName"));
    }

    private static IEnumerable<ArgsProblem> Host(InboundServiceIntent settings, string host)
    {
        if (settings.PortForOutside.Protocol == "TLS")
        {
            yield return new(
                "externalName",
                "not possible with protocol TLS: the ingress gateway would end the TLS that the workload expects"
            );
        }

        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        if (!KubernetesNames.IsSubdomain(name) || !name.Contains('.', StringComparison.Ordinal))
        {
            yield return new(
                "externalName",
                $"'{host}' is not a full host name, such as shop.example.com, or *.shop.example.com for all below"
            );
        }
    }

    private static IEnumerable<ArgsProblem> Paths(InboundServiceIntent settings)
    {
        if (settings.ExternalPaths.Count > 0 && !settings.PortForOutside.IsHttp)
        {
            yield return new("externalPaths", $"paths are not seen in {settings.PortForOutside.Protocol}: remove them");
        }

        for (var i = 0; i < settings.ExternalPaths.Count; i++)
        {
            var path = settings.ExternalPaths[i];
            var at = FormattableString.Invariant($"externalPaths[{i}]");
            if (path.Length == 0 || path[0] != '/' || path[..^1].AsSpan().IndexOfAny("*{}?#") >= 0)
            {
                yield return new(at, $"'{path}' is neither a path, such as /cart, nor what paths begin with, such as /cart/*");
            }
            else if (settings.ExternalPaths.Take(i).Contains(path))
            {
                yield return new(at, $"'{path}' is given twice: remove it");
            }
        }
    }

    private static IEnumerable<ArgsProblem> Certificate(InboundServiceIntent settings)
    {
        var given = new[]
        {
            settings.Certificates is not null,
            settings.CredentialName is not null,
            settings.CertificateIssuer is not null,
        };
        var count = given.Count(one => one);

        // Of services that share a host one has the certificate, which only the whole definition shows.
        if (count > 1 || (count == 0 && settings.ExternalPaths.Count == 0))
        {
            yield return new(
                "certificates",
                $"{OneCertificate} is required with externalName"
                    + (count > 1 ? "" : "; or externalPaths, where another service of the host has it")
            );
        }

        if (settings.CertificateIssuer is { Name: { Length: > 0 } issuer } && !KubernetesNames.IsSubdomain(issuer))
        {
            yield return new(
                "certificateIssuer.name",
                $"'{issuer}' is not a name of an issuer (labels of a-z, 0-9 and '-', joined by dots)"
            );
        }

        if (settings is { CertificateIssuer: not null, ExternalTls: "MUTUAL" })
        {
            yield return new(
                "certificateIssuer",
                "not with externalTls: MUTUAL, for which cert-manager knows no CA of the clients: use certificates or credentialName"
            );
        }

        if (settings.Certificates is { } certificates)
        {
            if (settings.ExternalTls == "MUTUAL" && certificates.CaCertificate is null)
            {
                yield return new("certificates.caCertificate", "required with externalTls: MUTUAL, to verify clients by");
            }

            if (settings.ExternalTls != "MUTUAL" && certificates.CaCertificate is not null)
            {
                yield return new("certificates.caCertificate", "has no effect without externalTls: MUTUAL");
            }
        }
    }
}
