using MeshStack.Manifests;

namespace MeshStack.Generate.Istio;

/// <summary>One type, for every node that has its shape.</summary>
/// <param name="Name">The name of its record; its args add <c>Args</c>.</param>
internal sealed record IstioType(string Name)
{
    /// <summary>Where it stands, such as <c>VirtualService spec.http[].retries</c>.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The shortest place.</summary>
    public string MainPlace => Places.OrderBy(place => place.Length).ThenBy(place => place, StringComparer.Ordinal).First();

    /// <summary>The kinds that have it.</summary>
    public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Its members by their names on the wire.</summary>
    public SortedDictionary<string, IstioMember> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The oldest known version of Istio that has it.</summary>
    public required string Since { get; set; }
}

/// <summary>One member of a type.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Type">What it holds, or what its list or map does.</param>
/// <param name="Form">Whether it is a list or a map.</param>
internal sealed record IstioMember(string Name, string Type, MemberForm Form)
{
    /// <summary>The newest schema that it has.</summary>
    public required StructuralSchema Schema { get; init; }

    /// <summary>Whether the newest Istio refuses objects without it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>What its type is.</summary>
    public required MemberKind Kind { get; init; }

    /// <summary>The oldest known version of Istio that has it.</summary>
    public required string Since { get; set; }

    /// <summary>Whether another place has the same member.</summary>
    public bool IsLike(IstioMember other) => (Name, Type, Form, Kind) == (other.Name, other.Type, other.Form, other.Kind);
}

/// <summary>The form of a member.</summary>
internal enum MemberForm
{
    Single,
    List,

    /// <summary>A list that says something even where it is empty.</summary>
    MeantList,
    Map,
}

/// <summary>What a member, an item or a value of a map is.</summary>
internal enum MemberKind
{
    /// <summary>A text, number or flag, or anything at all.</summary>
    Plain,

    /// <summary>A text that may be known at a deployment only.</summary>
    Late,

    /// <summary>One of some fixed values.</summary>
    Enum,

    /// <summary>Another type.</summary>
    Type,
}
