using System.Collections.Immutable;
using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Sets;

namespace MeshStack.Analysis.Config.Http;

/// <summary>What a header is once proxies changed it: a text, absent, or not known.</summary>
/// <param name="Value">The text; null where it is absent.</param>
/// <param name="Unknown">Why it is not known, for requests that had the header before.</param>
internal sealed record HeaderChange(string? Value, string? Unknown = null)
{
    // What proxies write where nothing changed a header before: the same few for all requests.
    private static readonly BoundedCache<ProxyHeaders, ImmutableSortedDictionary<string, HeaderChange>> OnNone = new();

    /// <summary>True where it is known to be there, whatever its text.</summary>
    public bool IsPresent { get; init; }

    /// <summary>True where the text is for requests without the header alone.</summary>
    public bool IsDefault { get; init; }

    /// <summary>True where only requests with a token have it.</summary>
    public bool IsOfToken { get; init; }

    /// <summary>A header that is there, with a text that a mask hides.</summary>
    public static HeaderChange Masked(Field value, Manifest manifest) =>
        new(null, Unreadable.From(manifest, value.Path).Reason) { IsPresent = true };

    public static ImmutableSortedDictionary<string, HeaderChange> Apply(
        ImmutableSortedDictionary<string, HeaderChange> headers,
        Field changes,
        Manifest manifest
    )
    {
        var result = headers.ToBuilder();
        foreach (var name in changes["remove"].Texts())
        {
            result[name.ToLowerInvariant()] = new(Value: null);
        }

        foreach (var (name, value) in changes["add"].Map().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var lower = name.ToLowerInvariant();
            result[lower] = result.GetValueOrDefault(lower) switch
            {
                _ when Mask.IsIn(value) => Masked(changes["add"][name], manifest),
                { Unknown: null, IsDefault: false, Value: { } given } => new($"{given},{value}"),
                { Unknown: null, IsDefault: false } => new(value),
                { Unknown: not null, Value: { } given } change => change with { Value = $"{given},{value}" },
                null => new(value, $"the header {lower} is added to on the way") { IsPresent = true },
                _ => new(Value: null, $"the header {lower} is added to on the way") { IsPresent = true },
            };
        }

        foreach (var (name, value) in changes["set"].Map().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            result[name.ToLowerInvariant()] = Mask.IsIn(value) ? Masked(changes["set"][name], manifest) : new(value);
        }

        return result.ToImmutable();
    }

    /// <summary>The headers after a proxy wrote its own.</summary>
    public static ImmutableSortedDictionary<string, HeaderChange> Read(
        ImmutableSortedDictionary<string, HeaderChange> headers,
        ProxyHeaders written
    ) => headers.IsEmpty ? OnNone.Of(written, key => Written(headers, key)) : Written(headers, written);

    private static ImmutableSortedDictionary<string, HeaderChange> Written(
        ImmutableSortedDictionary<string, HeaderChange> headers,
        ProxyHeaders written
    ) =>
        headers.SetItems(
            from one in written.Changes
            where !one.Change.IsDefault || !headers.TryGetValue(one.Name, out var given) || given is { Unknown: null, Value: null }
            let isRemoved = headers.ContainsKey(one.Name)
            select KeyValuePair.Create(one.Name, one.Change with { IsDefault = one.Change.IsDefault && !isRemoved })
        );

    /// <summary>The requests whose header is now one of the texts, by what it was before.</summary>
    public RequestBounds In(TextBounds texts, string name)
    {
        if (Unknown is { } added && Value is { } text)
        {
            // Where the header was absent, it is what was added.
            var given = RequestSet.Header(name, TextSet.Everything);
            return new HeaderChange(text)
                .In(texts, name)
                .Except(RequestBounds.From(given))
                .Union(
                    new HeaderChange(null, added) { IsPresent = true }
                        .In(texts, name)
                        .Intersect(RequestBounds.From(given))
                );
        }

        if (Unknown is { } why)
        {
            var having = IsOfToken ? RequestSet.WithoutRequestPrincipal.Complement() : RequestSet.Everything;
            return IsPresent && !IsOfToken && texts.Certain.Equals(TextSet.Everything) ? RequestBounds.Everything
                : texts.Possible.IsEmpty ? RequestBounds.Nothing
                : RequestBounds.Unknown(having, why);
        }

        if (Value is null)
        {
            return RequestBounds.Nothing;
        }

        var set = texts.Contains(Value) switch
        {
            true => RequestBounds.Everything,
            false => RequestBounds.Nothing,
            null => RequestBounds.Unknown(RequestSet.Everything, texts.Reason ?? $"it is not known whether {Value} matches"),
        };
        return IsDefault
            ? RequestBounds
                .From(texts, values => RequestSet.Header(name, values))
                .Union(set.Intersect(RequestBounds.From(RequestSet.WithoutHeader(name))))
            : set;
    }
}
