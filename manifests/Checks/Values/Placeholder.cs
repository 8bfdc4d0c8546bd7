namespace MeshStack.Manifests;

/// <summary>Values that only a real run can know, such as <c>${east.eastWestGateway.address}</c>; nothing is said about their form.</summary>
internal static class Placeholder
{
    public static bool IsIn(string text) => text.Contains("${", StringComparison.Ordinal);
}
