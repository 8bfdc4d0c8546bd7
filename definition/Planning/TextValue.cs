using System.Collections.Immutable;

namespace MeshStack.Definition.Planning;

/// <summary>A text that is known, or that will be made of values which only a deployment knows.</summary>
/// <remarks>It stands where a scalar stands. No name, key, length of a list or choice depends on one that is not known.</remarks>
public sealed class TextValue : IEquatable<TextValue>
{
    private readonly Func<Func<LateValue, string>, string> _compose;
    private readonly Lazy<string> _shown;

    private TextValue(ImmutableArray<LateValue> needs, Func<Func<LateValue, string>, string> compose)
    {
        (Needs, _compose) = (needs, compose);
        _shown = new(() => compose(late => late.ToString()));
    }

    /// <summary>The values that it is made of; none where it is known.</summary>
    public ImmutableArray<LateValue> Needs { get; }

    /// <summary>What has to be found right before anybody may use the text; null where nothing has to.</summary>
    public LateCheck? Check { get; private init; }

    /// <summary>Whether nobody may see it.</summary>
    public bool IsSecret { get; private init; }

    /// <summary>Whether it is known already.</summary>
    public bool IsKnown => Needs.IsEmpty;

    /// <summary>The text where it is known, or null.</summary>
    public string? Known => IsKnown ? _shown.Value : null;

    /// <summary>A known text.</summary>
    public static implicit operator TextValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([], _ => text);
    }

    /// <summary>A value as it will be.</summary>
    public static implicit operator TextValue(LateValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new([value], read => read(value)) { IsSecret = value.IsSecret };
    }

    /// <summary>One text out of others.</summary>
    /// <param name="parts">The others.</param>
    /// <param name="compose">Makes it, of the others in their order. Called with placeholders too.</param>
    public static TextValue From(IReadOnlyList<TextValue> parts, Func<IReadOnlyList<string>, string> compose)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(compose);
        return new([.. parts.SelectMany(part => part.Needs).Distinct()], read => compose([.. parts.Select(part => part._compose(read))]))
        {
            IsSecret = parts.Any(part => part.IsSecret),
            Check = parts.Select(part => part.Check).FirstOrDefault(check => check is not null),
        };
    }

    /// <summary>The same text, which nobody may see.</summary>
    public TextValue AsSecret() => IsSecret ? this : new(Needs, _compose) { IsSecret = true, Check = Check };

    /// <summary>The same text, once a check of it and others has passed.</summary>
    public TextValue After(LateCheck check) => new(Needs, _compose) { IsSecret = IsSecret, Check = check };

    /// <summary>The text, of the values that it needs.</summary>
    public string Compose(Func<LateValue, string> read) => IsKnown ? _shown.Value : _compose(read);

    /// <summary>The text with placeholders for what is not known.</summary>
    public override string ToString() => _shown.Value;

    /// <inheritdoc/>
    public bool Equals(TextValue? other) => other is not null && other.IsSecret == IsSecret && other._shown.Value == _shown.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextValue);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_shown.Value);
}
