using System.Security.Cryptography.X509Certificates;

namespace MeshStack.Definition;

/// <summary>What every certificate of a CA must say.</summary>
/// <param name="Path">The input that the certificate is in.</param>
/// <param name="Who">Which certificate of the input, ending with a space; empty for the only one.</param>
/// <param name="At">The point in time.</param>
internal sealed record AuthorityChecks(string Path, string Who, DateTimeOffset At)
{
    /// <summary>Days that must be left.</summary>
    public const int FewestDays = 30;

    /// <summary>Days below which a renewal is advised.</summary>
    public const int FewDays = 90;

    /// <summary>Whether the certificate is on its way out, so that its end is no reason to stop.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>The problems of a CA that has CAs below it.</summary>
    public IEnumerable<ArgsProblem> Problems(CertificateFacts certificate, int below) =>
        Constraints(certificate, below).Concat(Strength(certificate)).Concat(Validity(certificate));

    /// <summary>The problems of a CA that no time and no CA below it changes.</summary>
    public static IEnumerable<ArgsProblem> Lasting(string path, CertificateFacts certificate)
    {
        var checks = new AuthorityChecks(path, "", default);
        return checks.Constraints(certificate, below: 0).Concat(checks.Strength(certificate));
    }

    private IEnumerable<ArgsProblem> Constraints(CertificateFacts certificate, int below)
    {
        if (certificate.IsCa != true)
        {
            yield return Error(
                certificate.IsCa is null
                    ? "has no basic constraints; required: CA:true"
                    : "is no CA, its basic constraints say CA:false; required: CA:true"
            );
        }

        // Without the extension Go and BoringSSL, and so istiod and Envoy, take the key for any use.
        if (certificate.KeyUsage is { } usage && !usage.HasFlag(X509KeyUsageFlags.KeyCertSign))
        {
            yield return Error($"may not sign certificates, its key usage is {usage}; required: keyCertSign");
        }

        if (certificate.PathLength < below)
        {
            yield return Error(
                $"has the path length {certificate.PathLength} and {below} {(below == 1 ? "CA" : "CAs")} below it; required: at least "
                    + $"{below}"
            );
        }
    }

    private IEnumerable<ArgsProblem> Strength(CertificateFacts certificate)
    {
        if (!certificate.Key.IsStrong)
        {
            var found =
                certificate.Key.Bits == 0
                    ? $"a key of the algorithm {certificate.Key.Kind}"
                    : $"an {certificate.Key.Kind} key of {certificate.Key.Bits} bits";
            yield return Error($"has {found}; required: RSA of 2048 bits or EC of 256 bits, or more");
        }

        if (CertificateSignature.Weakness(certificate) is { } weakness)
        {
            yield return Error($"is signed with {weakness}; required: RSA or ECDSA with SHA-256 or longer");
        }
    }

    private IEnumerable<ArgsProblem> Validity(CertificateFacts certificate)
    {
        var days = (int)Math.Floor((certificate.NotAfter - At).TotalDays);
        if (At < certificate.NotBefore)
        {
            yield return Error($"is not valid before {Dates.Day(certificate.NotBefore)}; required: valid now");
        }
        else if (At > certificate.NotAfter)
        {
            yield return Ending($"expired on {Dates.Day(certificate.NotAfter)}; required: at least {FewestDays} days left");
        }
        else if (days < FewestDays)
        {
            yield return Ending(
                $"expires on {Dates.Day(certificate.NotAfter)}, {days} days from now; required: at least {FewestDays} days left"
            );
        }
        else if (days < FewDays)
        {
            yield return ArgsProblem.Warning(
                Path,
                $"{Who}expires on {Dates.Day(certificate.NotAfter)}, {days} days from now; renew it before {FewestDays} days are left"
            );
        }
    }

    private ArgsProblem Error(string message) => new(Path, Who + message);

    private ArgsProblem Ending(string message) => IsLeaving ? ArgsProblem.Warning(Path, Who + message) : Error(message);
}
