namespace MeshStack.Definition.Tests.IstioRecords;

/// <summary>One record, for every node that has its shape.</summary>
/// <param name="Name">The record's name.</param>
internal sealed record Record(string Name)
{
    /// <summary>Where it stands, such as <c>VirtualService spec.http[].retries</c>.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The shortest place.</summary>
    public string MainPlace => Places.OrderBy(place => place.Length).ThenBy(place => place, StringComparer.Ordinal).First();

    /// <summary>The kinds that have it.</summary>
    public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Its members by their names on the wire.</summary>
    public SortedDictionary<string, RecordMember> Members { get; } = new(StringComparer.Ordinal);
}

/// <summary>One member of a record.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Type">What it holds, or what its list or map does.</param>
/// <param name="Form">Whether it is a list or a map.</param>
internal sealed record RecordMember(string Name, string Type, MemberForm Form);

/// <summary>The form of a member.</summary>
internal enum MemberForm
{
    Single,
    List,

    /// <summary>A list that says something even where it is empty.</summary>
    MeantList,
    Map,
}

/// <summary>The fixed values of fields.</summary>
/// <param name="Name">The name of their class.</param>
internal sealed record Constants(string Name)
{
    /// <summary>The kinds that have them.</summary>
    public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>The values, in the order of the newest API.</summary>
    public List<string> Values { get; } = [];
}
