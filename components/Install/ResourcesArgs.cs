using Pulumi;

namespace MeshStack;

/// <summary>What a container reserves and may use.</summary>
public sealed class ResourcesArgs : ResourceArgs
{
    /// <summary>What is reserved.</summary>
    [Input("requests")]
    public ResourceAmountsArgs? Requests { get; set; }

    /// <summary>What is not exceeded.</summary>
    [Input("limits")]
    public ResourceAmountsArgs? Limits { get; set; }

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

    internal IEnumerable<ArgsProblem> Problems(string path)
        => (Requests?.Problems($"{path}.requests") ?? []).Concat(Limits?.Problems($"{path}.limits") ?? []);
}
