using MeshStack.Analysis.Sets.Automata;

namespace MeshStack.Analysis.Sets.Texts;

/// <summary>The texts that a request can have at all.</summary>
internal static class Universe
{
    public static readonly TextSet Methods = TextSet.Present;

    /// <summary>A path begins with a slash; its query and fragment are cut off before it is matched.</summary>
    public static readonly TextSet Paths = TextSet.From([.. GlobPart.Literal("/"), new(CharRange.Path, Repeats: true)]);

    public static readonly TextSet Hosts = TextSet.Present;

    /// <summary>TRUST-DOMAIN/ns/NAMESPACE/sa/SERVICE-ACCOUNT.</summary>
    public static readonly TextSet Identities = TextSet.From([
        .. GlobPart.Some(CharRange.NotSlash),
        .. GlobPart.Literal("/ns/"),
        .. GlobPart.Some(CharRange.NotSlash),
        .. GlobPart.Literal("/sa/"),
        .. GlobPart.Some(CharRange.NotSlash),
    ]);

    /// <summary>ISSUER/SUBJECT; the subject has no slash.</summary>
    public static readonly TextSet RequestPrincipals = TextSet.From([
        .. GlobPart.Some(CharRange.Any),
        .. GlobPart.Literal("/"),
        .. GlobPart.Some(CharRange.NotSlash),
    ]);
}
