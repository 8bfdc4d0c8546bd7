using MeshStack.Analysis.Sets.Automata;
using MeshStack.Analysis.Sets.Texts;

namespace MeshStack.Analysis.Sets;

/// <summary>The sets that Istio's matches name.</summary>
/// <remarks>
/// AuthorizationPolicy: istio/istio, pilot/pkg/security/authz/matcher/string.go and model/generator.go. Path templates: envoyproxy/envoy,
/// source/extensions/path/uri_template_lib/uri_template_internal.cc.
/// </remarks>
public sealed partial class TextSet
{
    private const string One = "{*}";
    private const string Any = "{**}";

    // Most rules of a mesh say the same few things.
    private static readonly BoundedCache<(Form Form, string Text), TextSet> Patterns = new();

    private enum Form
    {
        Exact,
        Prefix,
        Suffix,
        Template,
    }

    /// <summary>The one text.</summary>
    public static TextSet Exact(string text) => Patterns.Of((Form.Exact, text), static key => new TextSet([key.Text]));

    /// <summary>The texts that begin so; raw, as in a VirtualService: <c>/api</c> takes <c>/apix</c>.</summary>
    public static TextSet Prefix(string text) =>
        Patterns.Of((Form.Prefix, text), static key => From([.. GlobPart.Literal(key.Text), GlobPart.AnyText]));

    /// <summary>The texts that end so.</summary>
    public static TextSet Suffix(string text) =>
        Patterns.Of((Form.Suffix, text), static key => From([GlobPart.AnyText, .. GlobPart.Literal(key.Text)]));

    /// <summary>A value of an AuthorizationPolicy: <c>foo</c>, <c>foo*</c>, <c>*foo</c>, or <c>*</c> for any text but the empty
    /// one.</summary>
    /// <remarks>A star anywhere else is a plain character.</remarks>
    public static TextSet Istio(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern switch
        {
            "*" => Present,
            _ when pattern.StartsWith('*') => Suffix(pattern[1..]),
            _ when pattern.EndsWith('*') => Prefix(pattern[..^1]),
            _ => Exact(pattern),
        };
    }

    /// <summary>A value of a header in an AuthorizationPolicy: as <see cref="Istio"/>, but <c>*</c> takes the empty text too.</summary>
    /// <remarks>There <c>*</c> asks for presence alone: pilot/pkg/security/authz/matcher/header.go.</remarks>
    public static TextSet HeaderValue(string pattern) => pattern == "*" ? Everything : Istio(pattern);

    /// <summary>A path of an AuthorizationPolicy: a template where it has <c>{*}</c> or <c>{**}</c>, else as <see cref="Istio"/>.</summary>
    public static TextSet Path(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return pattern.Contains(One, StringComparison.Ordinal) || pattern.Contains(Any, StringComparison.Ordinal)
            ? PathTemplate(pattern)
            : Istio(pattern);
    }

    /// <summary>A path template: <c>{*}</c> is one segment, <c>{**}</c> any number of them, none too.</summary>
    /// <remarks>
    /// A segment is one or more of <c>a-z A-Z 0-9 - . _ ~ % ! $ &amp; ' ( ) + , ; : @</c>, so never has <c>=</c> or <c>*</c>. The slashes
    /// around
    /// <c>{**}</c> stay: <c>/a/{**}</c> does not take <c>/a</c>, and <c>/a/{**}/b</c> takes <c>/a//b</c> but not <c>/a/b</c>.
    /// </remarks>
    public static TextSet PathTemplate(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return Patterns.Of((Form.Template, template), static key => Template(key.Text));
    }

    /// <summary>The principals of a namespace, as in a policy's <c>namespaces</c>: any text <c>…/ns/NAMESPACE/…</c>, where <c>*</c> is any
    /// text.</summary>
    public static TextSet PrincipalOfNamespace(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return From([GlobPart.AnyText, .. GlobPart.Literal("/ns/"), .. Stars(pattern), .. GlobPart.Literal("/"), GlobPart.AnyText]);
    }

    /// <summary>The principals of a service account of a namespace, as in a policy's <c>serviceAccounts</c>.</summary>
    public static TextSet PrincipalOfServiceAccount(string @namespace, string name) =>
        From([.. GlobPart.Some(CharRange.Any), .. GlobPart.Literal($"/ns/{@namespace}/sa/{name}")]);

    /// <summary>A value of a policy's <c>requestPrincipals</c>: issuer and subject, either of them with a wildcard.</summary>
    /// <remarks>The text is split at its last slash, as an issuer may be a URL. A value without one is no exact match of
    /// anything.</remarks>
    public static TextSet RequestPrincipal(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var slash = pattern.LastIndexOf('/');
        var (issuer, subject) = slash < 0 ? (pattern, "") : (pattern[..slash], pattern[(slash + 1)..]);
        return pattern switch
        {
            "*" => TokenPrincipal(GlobPart.Some(CharRange.Any), GlobPart.Some(CharRange.NotSlash)),
            _ when pattern.StartsWith('*') && slash < 0 => TokenPrincipal(
                GlobPart.Some(CharRange.Any),
                EndingIn(pattern[1..], CharRange.NotSlash)
            ),
            _ when pattern.StartsWith('*') => TokenPrincipal(EndingIn(issuer[1..], CharRange.Any), [.. GlobPart.Literal(subject)]),
            _ when pattern.EndsWith('*') && slash < 0 => TokenPrincipal(
                [.. GlobPart.Literal(issuer[..^1]), GlobPart.AnyText],
                GlobPart.Some(CharRange.NotSlash)
            ),
            _ when pattern.EndsWith('*') => TokenPrincipal(
                [.. GlobPart.Literal(issuer)],
                [.. GlobPart.Literal(subject[..^1]), new(CharRange.NotSlash, Repeats: true)]
            ),
            _ => TokenPrincipal([.. GlobPart.Literal(issuer)], [.. GlobPart.Literal(subject)]),
        };
    }

    internal static TextSet From(IReadOnlyList<GlobPart> parts) => new(AutomatonGlob.Of(parts));

    private static TextSet Template(string template)
    {
        var parts = new List<GlobPart>();
        for (var index = 0; index < template.Length; )
        {
            var rest = template.AsSpan(index);
            if (rest.StartsWith(Any, StringComparison.Ordinal))
            {
                parts.Add(new(CharRange.Segments, Repeats: true));
                index += Any.Length;
            }
            else if (rest.StartsWith(One, StringComparison.Ordinal))
            {
                parts.AddRange(GlobPart.Some(CharRange.Segment));
                index += One.Length;
            }
            else
            {
                parts.AddRange(GlobPart.Literal(template[index].ToString()));
                index++;
            }
        }

        return From(parts);
    }

    // Neither an issuer nor a subject is empty in a request principal.
    private static TextSet TokenPrincipal(GlobPart[] issuer, GlobPart[] subject) =>
        From([.. issuer, .. GlobPart.Literal("/"), .. subject]).Intersect(Universe.RequestPrincipals);

    private static GlobPart[] EndingIn(string text, CharRange[] characters) =>
        text.Length == 0 ? GlobPart.Some(characters) : [new(characters, Repeats: true), .. GlobPart.Literal(text)];

    private static IEnumerable<GlobPart> Stars(string pattern) =>
        pattern.Select(character => character == '*' ? GlobPart.AnyText : new GlobPart([new(character, character)], Repeats: false));
}
