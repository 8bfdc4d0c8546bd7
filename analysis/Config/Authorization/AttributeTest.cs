using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Matching;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>One field of a source or operation, or one condition: any of the values, and none of the others.</summary>
/// <param name="Attribute">What is looked at.</param>
/// <param name="Key">The header's name, or the claim's path, each part behind a slash.</param>
/// <param name="Values">The values of which one has to match; none asks for nothing.</param>
/// <param name="NotValues">The values of which none may match.</param>
internal sealed record AttributeTest(RequestAttribute Attribute, string Key, IReadOnlyList<string> Values, IReadOnlyList<string> NotValues)
{
    /// <summary>The key of a condition; null for a field of a source or operation.</summary>
    public string? Condition { get; init; }

    /// <summary>The values as they are written.</summary>
    public Field? Written { get; init; }

    /// <summary>The others as they are written.</summary>
    public Field? WrittenNot { get; init; }

    /// <summary>What hides one more of the values.</summary>
    public Unreadable? HiddenValue { get; init; }

    /// <summary>What hides one more of the others.</summary>
    public Unreadable? HiddenNotValue { get; init; }

    public bool IsHttpOnly =>
        Attribute
            is RequestAttribute.RequestPrincipal
                or RequestAttribute.Host
                or RequestAttribute.Method
                or RequestAttribute.Path
                or RequestAttribute.Header
                or RequestAttribute.Audience
                or RequestAttribute.Presenter
                or RequestAttribute.Claim;

    /// <summary>True where it asks who the peer is, which mTLS alone tells.</summary>
    public bool IsOfPeer =>
        Attribute
            is RequestAttribute.Principal
                or RequestAttribute.Namespace
                or RequestAttribute.PlainNamespace
                or RequestAttribute.ServiceAccount
                or RequestAttribute.TrustDomain;

    /// <summary>True where it asks what a validated token says.</summary>
    public bool IsOfToken =>
        Attribute is RequestAttribute.RequestPrincipal or RequestAttribute.Audience or RequestAttribute.Presenter or RequestAttribute.Claim;

    /// <summary>True where no proxy can be configured with one of the values.</summary>
    public bool HasInvalid => Validity is { } isValid && !(Values.All(isValid) && NotValues.All(isValid));

    /// <summary>True where no proxy can be configured with the value.</summary>
    public bool IsInvalid(string value) => Validity is { } isValid && !isValid(value);

    // What a value has to be; null where any will do.
    private Func<string, bool>? Validity =>
        Attribute switch
        {
            RequestAttribute.SourceIp or RequestAttribute.RemoteIp or RequestAttribute.DestinationIp => IpBlock.IsValid,
            RequestAttribute.Port => static value =>
                ushort.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _) || Placeholder.IsIn(value),
            _ => null,
        };
}
