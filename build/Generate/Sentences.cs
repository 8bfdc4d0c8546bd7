using System.Reflection;

namespace MeshStack.Generate;

/// <summary>What is said of types, members and values: lines of <c>PATH: SENTENCE</c>, as XML, in the folder Sentences.</summary>
internal sealed class Sentences
{
    private readonly Dictionary<string, string> _sentences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _left;

    private Sentences(IEnumerable<string> files)
    {
        foreach (var (path, sentence) in files.SelectMany(Lines))
        {
            if (!_sentences.TryAdd(path, sentence))
            {
                throw new InvalidOperationException($"{path} has two sentences");
            }
        }

        _left = [.. _sentences.Keys];
    }

    /// <summary>The paths that nobody asked for.</summary>
    public IEnumerable<string> Unused => _left.Order(StringComparer.Ordinal);

    /// <summary>The lines of a file, in its order.</summary>
    public static IEnumerable<(string Path, string Sentence)> Lines(string file)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!);
        while (reader.ReadLine() is { } line)
        {
            var end = line.IndexOf(": ", StringComparison.Ordinal);
            yield return (line[..end], line[(end + 2)..]);
        }
    }

    /// <summary>The sentences of some files.</summary>
    public static Sentences Read(Func<string, bool> takes) =>
        new(Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(takes).Order(StringComparer.Ordinal));

    /// <summary>The sentence of a path; null where there is none.</summary>
    public string? Of(string path)
    {
        _left.Remove(path);
        return _sentences.GetValueOrDefault(path);
    }
}
