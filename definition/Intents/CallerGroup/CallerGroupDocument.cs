using MeshStack.Definition.Intents;

namespace MeshStack.Definition;

/// <summary>A document of kind CallerGroup.</summary>
internal sealed class CallerGroupDocument : IntentDocument
{
    public CallerGroupDocument(IntentReader reader)
        : base(reader)
    {
        var asked = reader.Bind<CallerGroupIntent>();
        Intent = asked with
        {
            Callers =
            [
                .. asked.Callers.Select(
                    (callers, i) => CallerClusters.Read(reader, callers with { At = FormattableString.Invariant($"callers[{i}].") })
                ),
            ],
        };
        Placed = [.. Intent.Callers.Select(callers => InKnown(callers, reader)).Where(callers => !callers.IsEmpty)];
    }

    /// <summary>What it says; a cluster that is not there stands for itself.</summary>
    public CallerGroupIntent Intent { get; }

    /// <summary>Its callers in clusters that are there.</summary>
    public IReadOnlyList<CallerSettings> Placed { get; }

    private static CallerSettings InKnown(CallerSettings callers, IntentReader reader)
    {
        var (one, several) = (callers.ControlPlane, callers.ControlPlanes.Where(IsKnown).ToList());
        return (one is null || IsKnown(one)) && (callers.ControlPlanes.Count == 0 || several.Count > 0)
            ? callers with
            {
                ControlPlanes = several,
            }
            : new();

        bool IsKnown(ControlPlaneModel cluster) => reader.ControlPlanes.ContainsKey(cluster.Cluster.Name);
    }
}
