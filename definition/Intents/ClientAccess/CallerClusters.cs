using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>The clusters that a document names for callers.</summary>
internal static class CallerClusters
{
    /// <summary>The callers, with the clusters that the document names.</summary>
    /// <param name="reader">The document, once its keys are bound.</param>
    /// <param name="callers">The callers.</param>
    public static CallerSettings Read(IntentReader reader, CallerSettings callers)
    {
        var clusters = NamedClusters.Read(reader, callers.At);
        if (reader.Lines.Has($"{callers.At}namespaces"))
        {
            reader.Problems.Follows(reader.Lines.Find($"{callers.At}namespace"), $"{callers.At}namespace");
        }

        return callers with
        {
            ControlPlane = clusters.One,
            ControlPlanes = clusters.Several,
        };
    }
}
