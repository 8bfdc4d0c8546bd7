using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MeshStack.Definition;

/// <summary>
/// A key of a definition, declared once: what binds it, what refuses a wrong value, the tables of docs/definition.md and the schemas for
/// editors are all made of this.
/// </summary>
/// <param name="description">What it is, in Markdown.</param>
/// <param name="line">Where it is declared: the keys of a record are told in the order in which they stand there.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyAttribute(string description, [CallerLineNumber] int line = 0) : Attribute
{
    private static readonly string[] Anything = [];

    private readonly PemContent? _pem;

    private IReadOnlyList<string>? _choices;

    /// <summary>What it is.</summary>
    public string Description { get; } = description;

    /// <summary>The line of the declaration.</summary>
    public int Line { get; } = line;

    /// <summary>The key, where it is not the property's name in camel case; with a dot in a mapping without a record of its own.</summary>
    public string? Name { get; init; }

    /// <summary>What the mapping is that a dot of the name stands for.</summary>
    public string? Group { get; init; }

    /// <summary>What holds without the key, where the property's own value does not say it.</summary>
    public string? Default { get; init; }

    /// <summary>Whether a definition without the key is refused.</summary>
    public bool Required { get; init; }

    /// <summary>What a message says of a required key besides.</summary>
    public string? RequiredAs { get; init; }

    /// <summary>The texts that are allowed.</summary>
    public string[] Allowed { get; init; } = Anything;

    /// <summary>The type whose static property <c>All</c> has the texts that are allowed.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public Type? AllowedBy { get; init; }

    /// <summary>What a value has to be, in messages: <c>a protocol</c>.</summary>
    public string? Is { get; init; }

    /// <summary>What to say of a value that means another one, each beginning with the value: <c>MUTUAL is STRICT</c>.</summary>
    public string[] Mistaken { get; init; } = Anything;

    /// <summary>The least number.</summary>
    public int Min { get; init; } = int.MinValue;

    /// <summary>The greatest number.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>The most characters of a DNS label; 0 where the text is none.</summary>
    public int Label { get; init; }

    /// <summary>Whether the text is a duration with a unit.</summary>
    public bool IsDuration { get; init; }

    /// <summary>Whether the text is a day, as <c>YYYY-MM-DD</c>.</summary>
    public bool IsDate { get; init; }

    /// <summary>Whether the text stands under a configuration key of its own, and never in the definition itself.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>Whether the text has to be encrypted where it stands.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What the text is in PEM, where it is PEM.</summary>
    public PemContent Pem
    {
        get => _pem ?? default;
        init => _pem = value;
    }

    /// <summary>Whether the text is PEM.</summary>
    public bool IsPem => _pem is not null;

    /// <summary>Whether it names a part of the definition, which whoever reads the document looks up.</summary>
    public bool IsReference { get; init; }

    /// <summary>Of a list of such names the word that stands for all that there are, in the list or in place of it.</summary>
    public string? Every { get; init; }

    /// <summary>What stands for the names of a map, in documentation.</summary>
    public string Entry { get; init; } = "NAME";

    /// <summary>The table in which its own keys are documented, where that is another one.</summary>
    public string? Table { get; init; }

    /// <summary>The texts that are allowed; none where any is.</summary>
    public IReadOnlyList<string> Choices =>
        _choices ??= AllowedBy is null ? Allowed : (IReadOnlyList<string>)AllowedBy.GetProperty("All")!.GetValue(null)!;

    /// <summary>Whether numbers have limits.</summary>
    public bool HasLimits => Min != int.MinValue || Max != int.MaxValue;

    /// <summary>The limits in words.</summary>
    public string Limits =>
        Max == int.MaxValue ? FormattableString.Invariant($"{Min} or more")
        : Min == int.MinValue ? FormattableString.Invariant($"at most {Max}")
        : FormattableString.Invariant($"{Min} to {Max}");
}
