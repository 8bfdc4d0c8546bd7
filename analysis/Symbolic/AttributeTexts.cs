using MeshStack.Analysis.Config.Authorization;
using MeshStack.Analysis.Sets;
using MeshStack.Analysis.Sets.Automata;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Symbolic;

/// <summary>The texts that values of policies stand for, remembered: most rules of a mesh say the same few things.</summary>
internal static class AttributeTexts
{
    private static readonly BoundedCache<(RequestAttribute Attribute, string Value), TextSet> Texts = new();

    private static readonly BoundedCache<(RequestAttribute Attribute, string Values), TextSet> Unions = new();

    public static TextSet Union(RequestAttribute attribute, IReadOnlyList<string> values) =>
        values.Count == 1
            ? Of(attribute, values[0])
            : Unions.Of((attribute, string.Join('\n', values)), _ => TextSet.Union(values.Select(value => Of(attribute, value))));

    public static TextSet Issuer(string value) =>
        TextSet.From([.. Glob(value), .. GlobPart.Literal("/"), .. GlobPart.Some(CharRange.NotSlash)]);

    public static TextSet Subject(string value) =>
        TextSet.From([GlobPart.AnyText, .. GlobPart.Literal("/"), .. Glob(value)]).Intersect(Universe.RequestPrincipals);

    private static TextSet Of(RequestAttribute attribute, string value) => Texts.Of((attribute, value), Make);

    private static TextSet Make((RequestAttribute Attribute, string Value) key) =>
        key.Attribute switch
        {
            RequestAttribute.Path => TextSet.Path(key.Value),
            RequestAttribute.Namespace => TextSet.PrincipalOfNamespace(key.Value),
            RequestAttribute.PlainNamespace => TextSet.From([
                GlobPart.AnyText,
                .. GlobPart.Literal("/ns/"),
                .. Name(key.Value),
                .. GlobPart.Literal("/sa/"),
                new(CharRange.NotSlash, Repeats: true),
            ]),
            RequestAttribute.ServiceAccount => Account(key.Value),
            RequestAttribute.TrustDomain => TextSet.From([.. TrustDomain(key.Value), .. GlobPart.Literal("/ns/"), GlobPart.AnyText]),
            _ => TextSet.Istio(key.Value),
        };

    // Its first star stands for any text without a slash, wherever it is.
    private static GlobPart[] TrustDomain(string value) =>
        value != "*" && value.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star
            ? [.. GlobPart.Literal(value[..star]), new(CharRange.NotSlash, Repeats: true), .. GlobPart.Literal(value[(star + 1)..])]
            : Glob(value);

    // A name has no slash, so that a star takes none.
    private static GlobPart[] Name(string value) =>
        value switch
        {
            "*" => GlobPart.Some(CharRange.NotSlash),
            ['*', .. var rest] => [new(CharRange.NotSlash, Repeats: true), .. GlobPart.Literal(rest)],
            [.. var rest, '*'] => [.. GlobPart.Literal(rest), new(CharRange.NotSlash, Repeats: true)],
            _ => [.. GlobPart.Literal(value)],
        };

    // A policy writes NAMESPACE/NAME, in which a star is nothing but a star; the principal has /ns/NAMESPACE/sa/NAME.
    private static TextSet Account(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return TextSet.Nothing;
        }

        return TextSet.PrincipalOfServiceAccount(value[..slash], value[(slash + 1)..]);
    }

    private static GlobPart[] Glob(string value) =>
        value switch
        {
            "*" => GlobPart.Some(CharRange.Any),
            ['*', .. var rest] => [GlobPart.AnyText, .. GlobPart.Literal(rest)],
            [.. var rest, '*'] => [.. GlobPart.Literal(rest), GlobPart.AnyText],
            _ => [.. GlobPart.Literal(value)],
        };
}
