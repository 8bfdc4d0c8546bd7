namespace MeshStack.Analysis.Model;

/// <summary>A JSON web token that a request carries.</summary>
/// <param name="Issuer">The claim iss.</param>
/// <param name="Subject">The claim sub.</param>
public sealed record Token(string Issuer, string? Subject = null)
{
    /// <summary>False where its signature or its times are not right.</summary>
    public bool IsValid { get; init; } = true;

    /// <summary>The claim aud.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>The other claims; nested claims are named by their path, each part behind a slash.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Claims { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The header that carries it; null for Authorization with the prefix Bearer.</summary>
    public string? Header { get; init; }

    internal IReadOnlyList<string> ValuesOf(string claim) =>
        claim switch
        {
            "iss" => [Issuer],
            "sub" => Subject is null ? [] : [Subject],
            "aud" => Audiences,
            _ => Claims.TryGetValue(claim, out var values) ? values : [],
        };
}
