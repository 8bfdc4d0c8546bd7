namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>Where a context leads.</summary>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="Server">Its address as the kubeconfig gives it.</param>
internal sealed record KubeContext(string Cluster, string Server);

/// <summary>All that is outside of the engine: clusters, kubeconfig, and the environment of the process.</summary>
internal sealed class World
{
    private readonly Dictionary<string, Cluster> _clusters = new(StringComparer.Ordinal);
    private readonly List<ProviderCall> _calls = [];
    private int _generated;

    /// <summary>A world with a context for each of these clusters, of the same name.</summary>
    public World(params ReadOnlySpan<string> clusters)
    {
        foreach (var cluster in clusters)
        {
            PointContext(cluster, cluster);
        }
    }

    public IReadOnlyDictionary<string, Cluster> Clusters => _clusters;

    /// <summary>The stacks that others may refer to, by full name.</summary>
    public Dictionary<string, EngineStack> Stacks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, KubeContext> Contexts { get; } = new(StringComparer.Ordinal);

    /// <summary>The environment variable KUBECONFIG, which the SDK hands to every provider; null where it is not set.</summary>
    public string? Kubeconfig { get; set; }

    /// <summary>The environment variable PULUMI_K8S_DELETE_UNREACHABLE.</summary>
    public bool DeleteUnreachable { get; set; }

    /// <summary>The environment variable PULUMI_K8S_UPSERT_EXISTING_OBJECTS.</summary>
    public bool UpsertExistingObjects { get; set; }

    /// <summary>Whether API servers tell apart who set a field, and refuse what two disagree on.</summary>
    public bool HasFieldManagers { get; set; } = true;

    /// <summary>Whether the kubeconfig has certificates of the API servers.</summary>
    public bool HasAuthorities { get; set; }

    /// <summary>What goes wrong at a call; null where nothing does.</summary>
    public Func<ProviderCall, Fault>? Faults { get; set; }

    /// <summary>Makes the values that providers make up: another one each time. Arguments are URN and output.</summary>
    public Func<string, string, int, string> Generate { get; set; } = (urn, output, number) => $"{output} {number} of {Urn.Name(urn)}";

    /// <summary>Who signed each certificate that was ever made.</summary>
    public Dictionary<string, string> Issuers { get; } = new(StringComparer.Ordinal);

    /// <summary>All calls until now.</summary>
    public IReadOnlyList<ProviderCall> Calls => _calls;

    /// <summary>True while a call is being cut off in the middle.</summary>
    public bool IsCut { get; private set; }

    public Cluster this[string cluster] => _clusters[cluster];

    /// <summary>Lets a context lead to a cluster, which comes to be if it is not there.</summary>
    public void PointContext(string context, string cluster, string? server = null)
    {
        _clusters.TryAdd(cluster, new Cluster(cluster));
        Contexts[context] = new(cluster, server ?? $"https://{cluster}.example.com:6443");
    }

    /// <summary>What vouches for the API server behind a context, where the kubeconfig of this machine says it.</summary>
    public string? AuthorityOf(string? context) =>
        HasAuthorities && context is not null ? Contexts.GetValueOrDefault(context)?.Cluster : null;

    public string MakeUp(string urn, string output) => Generate(urn, output, ++_generated);

    /// <summary>Whether a provider waits for a resource after it has made it: an object of a cluster or a release, and neither a
    /// certificate nor a provider.</summary>
    private static bool IsAwaited(string urn) => Urn.Type(urn).StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>Makes a call, with what is to go wrong at it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="act">What the provider does.</param>
    /// <param name="interrupt">Called for a SIGINT.</param>
    /// <param name="isReady">False where what was done does not become ready.</param>
    public T Call<T>(string method, string urn, Func<T> act, Action interrupt, out bool isReady)
    {
        var call = new ProviderCall(_calls.Count, method, urn);
        _calls.Add(call);
        var fault = Faults?.Invoke(call) ?? Fault.None;
        isReady = fault != Fault.FailReady || !IsAwaited(urn);
        switch (fault)
        {
            case Fault.Fail:
                throw new ProviderException($"{method} of {Urn.Name(urn)} failed");
            case Fault.KillBefore:
                throw new KilledException();
            case Fault.Interrupt:
                interrupt();
                break;
        }

        IsCut = fault == Fault.KillDuring;
        try
        {
            var result = act();
            return fault is Fault.KillDuring or Fault.KillAfter ? throw new KilledException() : result;
        }
        finally
        {
            IsCut = false;
        }
    }
}
