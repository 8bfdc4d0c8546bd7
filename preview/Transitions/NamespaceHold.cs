namespace MeshStack.Preview.Transitions;

/// <summary>What becomes of a namespace when it leaves the definition.</summary>
public enum NamespaceHold
{
    /// <summary>It stays in its cluster.</summary>
    Retained,

    /// <summary>It is deleted, with all that is in it, because that was asked for.</summary>
    DeletedWithMesh,

    /// <summary>Something else made it: it gives back its labels.</summary>
    Patched,

    /// <summary>It is deleted, with all that is in it: a version of MeshStack made it that did not retain namespaces.</summary>
    Unretained,
}
