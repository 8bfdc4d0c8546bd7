namespace MeshStack.Analysis.Model;

/// <summary>What an AuthorizationPolicy does with a request that it matches.</summary>
internal enum AuthorizationAction
{
    Allow,
    Deny,
    Audit,
    Custom,
    Unknown,
}
