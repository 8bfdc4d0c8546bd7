using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>What an intent says of itself for people: who answers for it, and what it is for.</summary>
/// <param name="Owner">Who answers for it; null where it does not say.</param>
/// <param name="Description">What it is for; null where it does not say.</param>
internal sealed record IntentNote(string? Owner = null, string? Description = null)
{
    /// <summary>Annotation of an object: who answers for the intent that asked for it.</summary>
    public const string OwnerMark = "meshstack/owner";

    /// <summary>Annotation of an object: what the intent is for that asked for it.</summary>
    public const string DescriptionMark = "meshstack/description";

    /// <summary>Longest owner, in characters.</summary>
    public const int LongestOwner = 200;

    /// <summary>Longest description, in characters.</summary>
    public const int LongestDescription = 500;

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<ArgsProblem> Problems()
    {
        if (Owner is { } owner && (owner.Length > LongestOwner || owner.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))))
        {
            yield return new(
                "owner",
                $"'{owner}' is not one owner: at most {LongestOwner} characters without blanks, such as @example/shop"
            );
        }

        if (Description is { Length: > LongestDescription } description)
        {
            yield return new("description", $"has {description.Length} characters; at most {LongestDescription} are possible");
        }

        if (Description?.Any(char.IsControl) == true)
        {
            yield return new("description", "has control characters, such as the end of a line: say it in one line");
        }
    }

    /// <summary>Metadata of an object with what the intent says of itself.</summary>
    public IReadOnlyDictionary<string, object> On(IReadOnlyDictionary<string, object> metadata) =>
        metadata.Marked(OwnerMark, Text(Owner)).Marked(DescriptionMark, Text(Description));

    private static TextValue? Text(string? text) => text is null ? null : (TextValue)text;
}
