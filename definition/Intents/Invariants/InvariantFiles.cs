using System.Collections.Immutable;
using MeshStack.Manifests;

namespace MeshStack.Definition.Intents;

/// <summary>Invariants of a program that has no mesh folder, in files of their own.</summary>
internal static class InvariantFiles
{
    /// <summary>The invariants of files, resolved against what a plan knows.</summary>
    /// <param name="files">The files.</param>
    /// <param name="facts">What the plan knows.</param>
    /// <exception cref="DefinitionException">Something is wrong; everything that is wrong is named.</exception>
    public static IReadOnlyList<Invariant> Read(IReadOnlyList<string> files, MeshFacts facts)
    {
        var problems = new ProblemList();
        var kind = new InvariantsKind();
        var names = InvariantNames.From(facts, problems);
        var found = ImmutableArray.CreateBuilder<Invariant>();
        foreach (var file in files)
        {
            foreach (var document in YamlSource.ReadFile(file, file, problems).Where(d => d.IsMapping))
            {
                found.AddRange(Read(new ObjectReader(document, problems), kind, names, problems));
            }
        }

        return problems.HasErrors ? throw new DefinitionException(problems.Sorted()) : found.ToImmutable();
    }

    private static IReadOnlyList<Invariant> Read(ObjectReader reader, InvariantsKind kind, InvariantNames names, ProblemList problems)
    {
        var given = reader.Required(IntentKeys.Kind.Name, kind.Name);
        if (given != kind.Name)
        {
            if (given.Length > 0)
            {
                problems.Error(reader.Lines.Find("kind"), "kind", $"'{given}' is no {kind.Name}{Spelling.Suggest(given, [kind.Name])}");
            }

            return [];
        }

        var document = (InvariantsDocument)kind.Read(new IntentReader(kind, reader));
        foreach (var text in document.Texts)
        {
            InvariantsKind.Check(
                text,
                (of, path, message) => problems.Error(of.Lines.Find(path), path, message),
                (of, path, message) => problems.Warning(of.Lines.Find(path), path, message)
            );
        }

        return names.Resolve(document.Texts);
    }
}
