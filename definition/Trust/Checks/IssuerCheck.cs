namespace MeshStack.Definition;

/// <summary>Whether one certificate issued another.</summary>
internal static class IssuerCheck
{
    /// <summary>Why it did not, or null where it did.</summary>
    public static string? Refusal(CertificateFacts issuer, CertificateFacts certificate) =>
        !issuer.SubjectName.AsSpan().SequenceEqual(certificate.IssuerName) ? $"its issuer is {certificate.Issuer}"
        : CertificateSignature.IsBy(issuer, certificate) == false ? "the signature is by another key"
        : null;
}
