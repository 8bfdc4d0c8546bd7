namespace MeshStack.Bench.Meshes;

/// <summary>One cluster of a synthetic mesh.</summary>
/// <param name="Number">Its number, from 0.</param>
public sealed record SyntheticCluster(int Number)
{
    /// <summary>Its name and its kubeconfig context.</summary>
    public string Name => $"cluster{Number + 1:00}";

    /// <summary>Domain of its services in other clusters.</summary>
    public string Domain => $"{Name}.mesh.example.com";

    /// <summary>Address of its east-west gateway, of the range for documentation (RFC 5737).</summary>
    public string GatewayAddress => $"192.0.2.{Number + 1}";
}
