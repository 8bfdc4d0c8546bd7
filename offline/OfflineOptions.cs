namespace MeshStack.Offline;

/// <summary>How a program is run offline.</summary>
public sealed record OfflineOptions
{
    /// <summary>The project's name.</summary>
    /// <value><c>project</c> by default.</value>
    public string Project { get; init; } = "project";

    /// <summary>The stack's name.</summary>
    /// <value><c>dev</c> by default.</value>
    public string Stack { get; init; } = "dev";

    /// <summary>The organization's name.</summary>
    /// <value><c>organization</c> by default.</value>
    public string Organization { get; init; } = "organization";

    /// <summary>True to run as <c>pulumi preview</c> does, false to run as <c>pulumi up</c> does.</summary>
    /// <value>True by default.</value>
    public bool IsPreview { get; init; } = true;

    /// <summary>The configuration by <c>project:key</c>, or by <c>key</c> for the project's own; structured values are JSON text.</summary>
    /// <value>Null by default: the configuration of the environment, with its secret keys.</value>
    public IReadOnlyDictionary<string, string>? Config { get; init; }

    /// <summary>The keys of <see cref="Config"/> whose values are secret.</summary>
    /// <value>None by default.</value>
    public IReadOnlyCollection<string> SecretKeys { get; init; } = [];

    /// <summary>Cluster names by the resource name of their provider, where the name that the program implies will not do.</summary>
    /// <value>None by default.</value>
    public IReadOnlyDictionary<string, string> ClusterNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Answers provider functions by token and arguments; null for a call that it does not know.</summary>
    /// <value>None by default: every call is a problem.</value>
    public Func<string, IReadOnlyDictionary<string, object>, IReadOnlyDictionary<string, object>?>? Calls { get; init; }

    /// <summary>How long a run may go without registering anything.</summary>
    /// <value>5 minutes by default.</value>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>True to add stack traces to the program's own exceptions.</summary>
    /// <value>False by default.</value>
    public bool ShowStackTraces { get; init; }
}
