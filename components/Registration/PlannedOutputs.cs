namespace MeshStack.Registration;

/// <summary>What a plan has a component say of itself.</summary>
internal static class PlannedOutputs
{
    public static Dictionary<string, object?> Of(PlannedResource planned, EngineValues values) =>
        planned.Outputs.ToDictionary(
            output => output.Key,
            output => output.Value is TextValue text ? values.Of(text) : output.Value,
            StringComparer.Ordinal
        );
}
