using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using MeshStack.Cli.Reports;

namespace MeshStack.Cli.Commands;

/// <summary>What shells complete besides commands and options: names that a project's files have.</summary>
internal static class Completions
{
    /// <summary>The stacks of the project.</summary>
    public static IEnumerable<string> Stacks(CompletionContext context, StackArguments arguments) =>
        Quietly(() => DefinitionLoader.Stacks(arguments.Folder(context.ParseResult)));

    /// <summary>Names of the definition of the stack that is typed.</summary>
    public static IEnumerable<string> Of(
        CompletionContext context,
        StackArguments arguments,
        Func<MeshDefinition, IEnumerable<string>> names
    ) =>
        IsOfStack(context.ParseResult.CommandResult)
            ? Quietly(() =>
                names(DefinitionLoader.Load(arguments.Folder(context.ParseResult), context.ParseResult.GetValue(arguments.Stack)!))
            )
            : [];

    // What a program or a folder of manifests holds takes longer to tell than one waits for.
    private static bool IsOfStack(CommandResult command) =>
        !command.Children.OfType<OptionResult>().Any(option => !option.Implicit && option.Option.Name is "--program" or "--manifests");

    public static IEnumerable<string> Clusters(MeshDefinition definition) => definition.Clusters.Select(cluster => cluster.Name);

    public static IEnumerable<string> Services(MeshDefinition definition) => definition.Services.Select(service => service.Name);

    public static IEnumerable<string> Namespaces(MeshDefinition definition) =>
        definition
            .Services.Select(service => service.Args.Namespace)
            .Concat(definition.Accesses.SelectMany(access => access.Args.Each).Select(one => one.Namespace))
            .OfType<string>();

    public static IEnumerable<string> Callers(MeshDefinition definition) =>
        definition
            .Accesses.SelectMany(access => access.Args.Each)
            .Select(one =>
                one is { ControlPlane: { } home, Namespace: { } ns } ? $"{home.Cluster.Name}/{ns}/{one.ServiceAccount ?? "*"}" : "outside"
            );

    // Who completes has not asked anything yet, so that nothing is said of a project that has mistakes.
    private static IEnumerable<string> Quietly(Func<IEnumerable<string>> names)
    {
        try
        {
            return [.. names().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (InputError.ReasonsOf(e) is not null)
        {
            return [];
        }
    }
}
