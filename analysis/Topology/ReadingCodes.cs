namespace MeshStack.Analysis.Topology;

/// <summary>The names of what is said about how objects were read.</summary>
public static class ReadingCodes
{
    /// <summary>A document, or a file, that is no manifest and was passed by.</summary>
    public const string DocumentPassedBy = "document-passed-by";

    /// <summary>An object that stands there more than once: the last one counts, as with kubectl.</summary>
    public const string ObjectTwice = "object-twice";

    /// <summary>An object that a patch takes away.</summary>
    public const string ObjectTakenAway = "object-taken-away";

    /// <summary>A kustomization that does more than is built: nothing of its cluster is decided.</summary>
    public const string KustomizationNotBuilt = "kustomization-not-built";

    /// <summary>An object that no istiod of the cluster reads, by its label istio.io/rev.</summary>
    public const string ObjectOfAnotherRevision = "object-of-another-revision";

    /// <summary>A field that the CustomResourceDefinitions of the cluster's version do not have: it counts as not given.</summary>
    public const string FieldDropped = "field-dropped";

    /// <summary>An object that the API server or istiod's webhook refuses: it counts as not applied.</summary>
    public const string ObjectRefused = "object-refused";
}
