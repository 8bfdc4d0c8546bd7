using MeshStack.Manifests;

namespace MeshStack.Infra.Definition;

/// <summary>One document of the mesh folder: what somebody wants of one service or for one caller.</summary>
/// <typeparam name="TArgs">Args of the component that fulfils it.</typeparam>
/// <param name="Name">Name of the component.</param>
/// <param name="Location">File and line of the document.</param>
/// <param name="Args">Args of the component; what refers to other components is filled in when they exist.</param>
public sealed record Intent<TArgs>(string Name, SourceLocation Location, TArgs Args)
{
    /// <summary>The service that an access is for; the intent's own name otherwise.</summary>
    public string Service { get; init; } = Name;

    /// <summary>Configuration keys of the certificates, where there are some.</summary>
    public ServiceCertificateKeys? Certificates { get; init; }
}
