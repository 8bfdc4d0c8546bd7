namespace MeshStack.Conformance.PulumiBehaviour;

/// <summary>A scenario and the topic that it is about.</summary>
internal readonly record struct ScenarioName(string Topic, string Name) : IComparable<ScenarioName>
{
    public int CompareTo(ScenarioName other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Topic} {Name}";
}
