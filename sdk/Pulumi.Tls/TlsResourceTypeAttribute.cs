namespace Pulumi.Tls;

/// <summary>Type token of a TLS resource class.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TlsResourceTypeAttribute(string type) : ResourceTypeAttribute(type, PackageVersion)
{
    public const string PackageVersion = "5.5.1";
}
