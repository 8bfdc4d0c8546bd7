namespace MeshStack.Definition;

/// <summary>What a container reserves and may use.</summary>
public sealed record ResourcesSettings
{
    /// <summary>What is reserved.</summary>
    [Key("what is reserved", Default = "the profile's, else the chart's")]
    public ResourceAmountsSettings? Requests { get; init; }

    /// <summary>What is not exceeded.</summary>
    [Key("what is not exceeded", Default = "the profile's, else the chart's")]
    public ResourceAmountsSettings? Limits { get; init; }

    internal Dictionary<string, object> ToValues()
    {
        var values = new Dictionary<string, object>();
        if (Requests?.ToValues() is { Count: > 0 } requests)
        {
            values["requests"] = requests;
        }

        if (Limits?.ToValues() is { Count: > 0 } limits)
        {
            values["limits"] = limits;
        }

        return values;
    }

    internal IEnumerable<ArgsProblem> Problems(string path) =>
        (Requests?.Problems($"{path}.requests") ?? []).Concat(Limits?.Problems($"{path}.limits") ?? []);
}
