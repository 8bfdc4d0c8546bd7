namespace MeshStack.Manifests;

/// <summary>How much YAML is read at once, so that no file exhausts memory, stack or patience.</summary>
/// <param name="Depth">How many lists and mappings may stand in each other, aliases followed.</param>
/// <param name="Bytes">The largest file; null for files of any size.</param>
internal sealed record YamlLimits(int Depth, long? Bytes)
{
    /// <summary>Intents are small and written by people.</summary>
    public static YamlLimits Definitions { get; } = new(64, 4 * 1024 * 1024);

    /// <summary>Schemas of CustomResourceDefinitions nest deep, and a program may write all objects of a cluster into one file.</summary>
    public static YamlLimits Manifests { get; } = new(200, null);

    /// <summary>How many values the aliases of one text may stand for.</summary>
    public long Aliased { get; init; } = 1_000_000;

    /// <summary>What is wrong with the size of a file; null where it may be read.</summary>
    public string? TooLarge(long bytes) =>
        bytes > Bytes
            ? FormattableString.Invariant($"the file has {bytes / 1048576.0:0.0} MiB; at most {Bytes / 1048576} MiB is read")
            : null;
}
