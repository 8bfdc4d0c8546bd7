namespace MeshStack.Definition;

/// <summary>The keys that documents of every kind have.</summary>
internal static class IntentKeys
{
    /// <summary>Longest suffix that a component adds to its name where Kubernetes wants a DNS label: -east-west.</summary>
    public const int LongestName = 53;

    private static readonly IReadOnlyList<DeclaredKey> All = DeclaredKey.Of(typeof(Header));

    /// <summary>What the document is.</summary>
    public static DeclaredKey Kind => All[0];

    /// <summary>Its name.</summary>
    public static DeclaredKey Name => All[1];

    /// <summary>Who answers for it.</summary>
    public static DeclaredKey Owner => All[2];

    /// <summary>What it is for.</summary>
    public static DeclaredKey Description => All[3];

    private sealed record Header
    {
        [Key("kind of the document", Required = true)]
        public string? Kind { get; init; }

        [Key("DNS label, at most 53 characters, unique among the documents of its kind", Required = true, Label = LongestName)]
        public string? Name { get; init; }

        [Key(
            "who answers for it: a team, a person or an address, such as `@example/shop`; a review names who owns a service that gains a "
                + "caller",
            Default = "whom `CODEOWNERS` names for its file"
        )]
        public string? Owner { get; init; }

        [Key(
            "what it is for, in one line of at most 500 characters; reports show it, and so do the annotations of its objects",
            Default = "none"
        )]
        public string? Description { get; init; }
    }
}
