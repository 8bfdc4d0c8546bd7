namespace MeshStack.Cli.Questions;

/// <summary>A question as it was typed.</summary>
internal sealed record QuestionText(string From, string To, string Method, string Path, string[] Headers, string[] Claims, string? Protocol)
{
    /// <summary>The server name of the client's TLS; null for the host.</summary>
    public string? ServerName { get; init; }

    /// <summary>Whether a client outside shows a certificate.</summary>
    public bool HasCertificate { get; init; }

    /// <summary>The address of a client outside.</summary>
    public string? Address { get; init; }

    /// <summary>The gateway that a client outside comes to.</summary>
    public string? Gateway { get; init; }

    /// <summary>Whether a workload has a sidecar; null where its manifests say so.</summary>
    public bool? HasSidecar { get; init; }

    /// <summary>Whose network a workload uses: the mesh's or Kubernetes' alone; null where its manifests say so.</summary>
    public string? As { get; init; }

    /// <summary>The address that a caller's connection comes from.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>Labels of a workload.</summary>
    public string[] Labels { get; init; } = [];

    /// <summary>The trust domain of a workload.</summary>
    public string? TrustDomain { get; init; }

    /// <summary>The header that carries the token.</summary>
    public string? TokenHeader { get; init; }

    /// <summary>Whether the token is not valid.</summary>
    public bool HasInvalidToken { get; init; }

    /// <summary>The intents of a definition that can have a say in the answer; all of them where it is not clear what is asked.</summary>
    public MeshDefinition RelevantIntents(MeshDefinition definition)
    {
        // Who nobody can be told to be may be any of them.
        if (From != "outside" && !From.StartsWith("outside:", StringComparison.Ordinal) && From.Split('/').Length != 3)
        {
            return definition;
        }

        var host = To[(To.IndexOf('/', StringComparison.Ordinal) + 1)..];
        host = host.LastIndexOf(':') is > 0 and var colon ? host[..colon] : host;
        var (cluster, ns) = From.Split('/') is [var home, var of, _] ? (home, of) : (null, null);
        return Definition.Intents.RelevantIntents.Of(definition, KnownNames.Forms(host, ns).ToHashSet(StringComparer.Ordinal), cluster, ns);
    }
}
