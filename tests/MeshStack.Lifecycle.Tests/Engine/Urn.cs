namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Names of resources: <c>urn:pulumi:STACK::PROJECT::PARENT TYPES$TYPE::NAME</c>.</summary>
/// <remarks>Source: https://www.pulumi.com/docs/iac/concepts/resources/names/.</remarks>
internal static class Urn
{
    public const string RootStackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";

    /// <summary>The name of a resource; the root stack adds nothing to those of its children.</summary>
    public static string Create(string stack, string project, string? parent, string type, string name)
    {
        var above = parent is null || QualifiedType(parent) == RootStackType ? "" : QualifiedType(parent) + "$";
        return $"{Prefix}{stack}::{project}::{above}{type}::{name}";
    }

    public static string QualifiedType(string urn) => Parts(urn)[2];

    public static string Type(string urn) => QualifiedType(urn) is var types ? types[(types.LastIndexOf('$') + 1)..] : "";

    public static string Name(string urn) => Parts(urn)[3];

    /// <summary>The type and name alone, which in a stack of MeshStack are unique.</summary>
    public static string Short(string urn) => $"{Type(urn)}::{Name(urn)}";

    // A name may hold the separator itself.
    private static string[] Parts(string urn) => urn.Split("::", 4);
}
