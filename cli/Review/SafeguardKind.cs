namespace MeshStack.Cli.Review;

/// <summary>What keeps others out.</summary>
internal enum SafeguardKind
{
    /// <summary>An invariant that is not asked for any more.</summary>
    InvariantRemoved,

    /// <summary>An invariant that was not asked for.</summary>
    InvariantAdded,

    /// <summary>Another owner.</summary>
    Owner,

    /// <summary>Pods that have the identity of others now.</summary>
    Identity,

    /// <summary>Pods that take plain text now.</summary>
    PlainText,
}
