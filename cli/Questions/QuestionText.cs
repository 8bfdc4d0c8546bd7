namespace MeshStack.Cli.Questions;

/// <summary>A question as it was typed.</summary>
internal sealed record QuestionText(string From, string To, string Method, string Path, string[] Headers, string[] Claims, string? Protocol);
