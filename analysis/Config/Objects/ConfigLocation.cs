using System.Runtime.CompilerServices;
using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Config.Routing;

namespace MeshStack.Analysis.Config.Objects;

/// <summary>A place of an object that requests may come by: a rule, a route, a match, a server's host.</summary>
internal readonly record struct ConfigLocation(Manifest Manifest, string Path)
{
    /// <summary>The host of a Gateway's server.</summary>
    public static ConfigLocation From(GatewayServer server, string host) =>
        new(server.Gateway.Manifest, $"{server.Field.Path} {host.ToLowerInvariant()}");

    /// <summary>The rule of a policy.</summary>
    public static ConfigLocation From(AuthorizationPolicyConfig policy, AuthorizationRule rule) =>
        new(policy.Manifest, $"spec.rules[{rule.Index}]");

    // An object is itself: two that say the same are two.
    public bool Equals(ConfigLocation other) => ReferenceEquals(Manifest, other.Manifest) && Path == other.Path;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Manifest), Path);
}
