using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Planning;

/// <summary>What has to be right about values that only a deployment knows.</summary>
/// <param name="Texts">The texts that are looked at.</param>
/// <param name="Find">What is wrong with them, in their order. Quotes nothing secret.</param>
public sealed record LateCheck(ImmutableArray<TextValue> Texts, Func<IReadOnlyList<string>, IEnumerable<ArgsProblem>> Find)
{
    /// <summary>The component whose settings the texts are, which messages begin with.</summary>
    public required ResourceId Component { get; init; }
}
