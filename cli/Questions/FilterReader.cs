using MeshStack.Analysis.Matrix;
using MeshStack.Analysis.Model;
using MeshStack.Cli.Reports;
using MeshStack.Definition.Planning;
using MeshStack.Manifests;

namespace MeshStack.Cli.Questions;

/// <summary>Reads what a report is to be narrowed to, against what there is.</summary>
internal sealed class FilterReader
{
    private const string Any = "*";

    private readonly List<string> _problems = [];
    private readonly List<string> _given = [];

    /// <summary>The filter; null where nothing was typed.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="matrix">Who may call whom.</param>
    /// <param name="declared">The services of intents.</param>
    /// <param name="names">The clusters and namespaces, read where they are needed.</param>
    /// <exception cref="BadQuestionException">Something is not there; everything that is wrong is named.</exception>
    public static ReportFilter? Read(
        FilterText text,
        AccessMatrix matrix,
        IReadOnlyList<DeclaredServer> declared,
        Func<KnownNames> names
    ) => text.IsEmpty ? null : new FilterReader().Read(text, matrix, declared, names());

    private ReportFilter Read(FilterText text, AccessMatrix matrix, IReadOnlyList<DeclaredServer> declared, KnownNames names)
    {
        AccessTarget[] targets = [.. matrix.Targets.Concat(matrix.Cells.Select(cell => cell.Target)).Distinct()];
        AccessCaller[] callers = [.. matrix.Callers.Concat(matrix.Cells.Select(cell => cell.Caller)).Distinct()];
        var services = targets.Select(target => target with { Port = 0 }).Distinct().Count();
        var filter = new ReportFilter(_given)
        {
            Clusters = Names("--cluster", "there is no cluster", text.Clusters, names.Clusters),
            Namespaces = Names(
                "--namespace",
                "no cluster has the namespace",
                text.Namespaces,
                names.Clusters.SelectMany(names.NamespacesOf)
            ),
            Services = All(text.Services, "service", services, one => ReachReader.Services("--service", targets, declared, one)),
            Callers = All(
                text.Callers,
                "caller",
                ReachReader.Names(callers).Count(),
                one => Of(callers, ReachReader.Callers("--caller", callers, one))
            ),
        };
        return _problems.Count == 0 ? filter : throw new BadQuestionException(_problems);
    }

    // What everyone may ask for, each of them may.
    private static IEnumerable<AccessCaller> Of(AccessCaller[] all, IReadOnlyList<AccessCaller> meant) =>
        meant.Concat(all.Where(caller => caller.IsEveryone && meant.Any(one => !one.IsOutside && one.Cluster == caller.Cluster)));

    private HashSet<string>? Names(string option, string missing, string[] given, IEnumerable<string> known)
    {
        string[] names = [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _problems.AddRange(
            given
                .Where(one => one != Any && !names.Contains(one))
                .Select(one => $"{option}: {missing} '{one}'{Spelling.Suggest(one, names)}")
        );
        return All(given, option[2..], names.Length, one => names.Where(name => one == Any || name == one));
    }

    private HashSet<T>? All<T>(string[] given, string noun, int count, Func<string, IEnumerable<T>> meant)
    {
        if (given.Length == 0)
        {
            return null;
        }

        _given.Add($"{string.Join(" and ", given.Distinct(StringComparer.Ordinal))} of {Counted.Of(count, noun)}");
        HashSet<T> all = [];
        foreach (var one in given)
        {
            try
            {
                all.UnionWith(meant(one));
            }
            catch (BadQuestionException e)
            {
                _problems.AddRange(e.Problems);
            }
        }

        return all;
    }
}
