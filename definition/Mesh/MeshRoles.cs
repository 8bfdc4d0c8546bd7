namespace MeshStack.Definition;

/// <summary>What a cluster is to the control planes of its mesh.</summary>
internal static class MeshRoles
{
    /// <summary>Runs a control plane, for itself and for the remotes that name it.</summary>
    public const string Primary = "primary";

    /// <summary>Is served by the control plane of another cluster.</summary>
    public const string Remote = "remote";

    /// <summary>Is served from another cluster, and its API server holds the configuration for all that are.</summary>
    public const string Config = "config";

    /// <summary>Hosts the control plane of the others, in a namespace of its own beside the one that serves itself.</summary>
    public const string External = "external";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Config, External, Primary, Remote];

    /// <summary>The roles that a topology has.</summary>
    public static IReadOnlyList<string> Of(string topology) =>
        topology switch
        {
            MeshTopologies.PrimaryRemote => [Primary, Remote],
            MeshTopologies.ExternalControlPlane => [Config, External, Remote],
            _ => [Primary],
        };
}
