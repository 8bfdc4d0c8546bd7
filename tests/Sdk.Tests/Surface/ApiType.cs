namespace Sdk.Tests.Surface;

/// <summary>One type of a surface: its headline and its members, one line each.</summary>
internal sealed record ApiType(string Headline, HashSet<string> Members);
