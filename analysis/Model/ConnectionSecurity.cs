namespace MeshStack.Analysis.Model;

/// <summary>Who encrypts a connection.</summary>
internal enum ConnectionSecurity
{
    /// <summary>Nobody.</summary>
    Plaintext,

    /// <summary>The mesh, with the workloads' own certificates.</summary>
    IstioMutual,

    /// <summary>The client's application, or a client outside of the mesh.</summary>
    Application,

    /// <summary>The client's proxy, by tls mode SIMPLE of a DestinationRule.</summary>
    Simple,

    /// <summary>The client's proxy, by tls mode MUTUAL with certificates of its own.</summary>
    Mutual,
}
