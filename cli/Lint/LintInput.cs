using MeshStack.Cli.Questions;
using MeshStack.Manifests;

namespace MeshStack.Cli.Lint;

/// <summary>The texts that a command line names: files, folders, and the standard input as <c>-</c>.</summary>
internal sealed class LintInput
{
    private const string StandardInput = "-";

    // A pipe that somebody names is written to by another program, which may take its time.
    private static readonly TextLimits Asked = TextLimits.Usual with { Patience = TimeSpan.FromMinutes(1) };

    private LintInput(IReadOnlyList<LintText> texts, IReadOnlyList<ManifestProblem> unread) => (Texts, Unread) = (texts, unread);

    /// <summary>The texts, each file once, in the order of their names.</summary>
    public IReadOnlyList<LintText> Texts { get; }

    /// <summary>What in folders cannot be looked into.</summary>
    public IReadOnlyList<ManifestProblem> Unread { get; }

    /// <exception cref="BadQuestionException">There is no such file or folder.</exception>
    public static LintInput Read(IReadOnlyList<string> paths, Func<Stream> standardInput)
    {
        List<string> missing = [];
        List<ManifestProblem> unread = [];
        Dictionary<string, (string Name, bool IsAsked)> files = new(StringComparer.Ordinal);
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            if (path == StandardInput || File.Exists(path))
            {
                files[path == StandardInput ? path : Path.GetFullPath(path)] = (path, true);
            }
            else if (Directory.Exists(path))
            {
                foreach (var file in ManifestFiles.In(path, isHiddenRead: false, Shown, unread))
                {
                    _ = files.TryAdd(Path.GetFullPath(file), (Shown(file), false));
                }
            }
            else
            {
                missing.Add($"{path}: there is no such file or folder; {StandardInput} is the standard input");
            }

            string Shown(string below) => Path.Combine(path, Path.GetRelativePath(path, below)).Replace('\\', '/');
        }

        if (missing.Count > 0)
        {
            throw new BadQuestionException(missing);
        }

        var texts = files
            .OrderBy(file => file.Value.Name, StringComparer.Ordinal)
            .ThenBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => Read(file.Value.Name, file.Value.IsAsked, standardInput));
        return new([.. texts], unread);
    }

    private static LintText Read(string file, bool isAsked, Func<Stream> standardInput)
    {
        try
        {
            return file == StandardInput
                ? new(file, isAsked, TextFile.Read(standardInput(), file), [])
                : new(file, isAsked, TextFile.Read(file, file, isAsked ? Asked : TextLimits.Usual), []);
        }
        catch (ManifestFormatException e)
        {
            return new(file, isAsked, null, e.Problems);
        }
    }
}
