using MeshStack.Definition;

namespace MeshStack.Cli.Questions;

/// <summary>A question as it was typed.</summary>
internal sealed record QuestionText(string From, string To, string Method, string Path, string[] Headers, string[] Claims, string? Protocol)
{
    /// <summary>The intents of a definition that can have a say in the answer; all of them where it is not clear what is asked.</summary>
    public MeshDefinition RelevantIntents(MeshDefinition definition)
    {
        var host = To[(To.IndexOf('/', StringComparison.Ordinal) + 1)..];
        host = host.LastIndexOf(':') is > 0 and var colon ? host[..colon] : host;
        var (cluster, ns) = From.Split('/') is [var home, var of, _] ? (home, of) : (null, null);
        return Definition.Intents.RelevantIntents.Of(definition, KnownNames.Forms(host, ns).ToHashSet(StringComparer.Ordinal), cluster, ns);
    }
}
