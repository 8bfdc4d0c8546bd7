namespace MeshStack.Definition;

/// <summary>Resources of the tls provider.</summary>
internal static class TlsResources
{
    /// <summary>Adds one, and gives the value that comes out of it.</summary>
    /// <param name="scope">The component that makes it.</param>
    /// <param name="type">Its type, such as <c>privateKey:PrivateKey</c>.</param>
    /// <param name="name">Its logical name.</param>
    /// <param name="output">The output that is of interest.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="isProtected">Whether the engine refuses to delete it.</param>
    /// <param name="secrets">Outputs that nobody may see.</param>
    public static TextValue Add(
        PlannedScope scope,
        string type,
        LogicalName name,
        string output,
        IReadOnlyDictionary<string, object> inputs,
        bool isProtected = false,
        params string[] secrets
    )
    {
        var value = new LateValue($"{name}.{output}") { IsSecret = secrets.Contains(output) };
        scope.Add(
            PlannedResource.Of($"tls:index/{type}", name) with
            {
                Protect = isProtected,

                // Names may change with the mesh and its clusters, and what was issued stays as it is.
                IgnoreChanges = inputs.Any(input => input.Key == "subject") ? ["subject"] : [],
                SecretOutputs = [.. secrets],
                Inputs = Empty.Map<object>().AddRange(inputs),
                Provides = Empty.Map<LateValue>().Add(output, value),
            }
        );
        return value;
    }
}
