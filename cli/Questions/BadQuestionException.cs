namespace MeshStack.Cli.Questions;

/// <summary>A question that names what is not there; names everything that is wrong with it.</summary>
internal sealed class BadQuestionException(IReadOnlyList<string> problems) : Exception(string.Join("\n", problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
