namespace MeshStack.ApiSurface;

/// <summary>One type of a surface: its full name, its headline, and its members, one line each.</summary>
public sealed record ApiType(string Name, string Headline, IReadOnlySet<string> Members);
