using System.Collections.Immutable;
using MeshStack.Hosting.Clusters;
using MeshStack.Preview;
using MeshStack.Preview.Checks;

namespace MeshStack.Hosting;

/// <summary>What was found out about a stack before the engine hears of any resource.</summary>
/// <param name="Definition">The definition; null where it cannot be read.</param>
/// <param name="BlockingReason">What keeps it from being registered; null where nothing does.</param>
/// <param name="Warnings">What somebody should look at.</param>
internal sealed record Preflight(MeshDefinition? Definition, string? BlockingReason, IReadOnlyList<DefinitionProblem> Warnings)
{
    /// <summary>Where its clusters are, as far as a kubeconfig says.</summary>
    public IReadOnlyDictionary<string, ClusterEndpoint> Endpoints { get; init; } = ImmutableDictionary<string, ClusterEndpoint>.Empty;

    /// <summary>What vouches for the API server of each cluster, where that is known.</summary>
    public IReadOnlyDictionary<string, string> Authorities =>
        Endpoints.Where(e => e.Value.Authority is not null).ToDictionary(e => e.Key, e => e.Value.Authority!, StringComparer.Ordinal);

    /// <summary>Looks at a stack.</summary>
    public static Preflight From(string root, string stack)
    {
        try
        {
            var configuration = EngineConfiguration.OfThisProcess();
            var definition = DefinitionLoader.Load(root, stack, configuration);
            var certificates = ProvidedCertificates.Problems(definition, configuration.Values, TimeProvider.System.GetUtcNow());
            var (endpoints, unknown) = ClusterEndpoints.Of(definition, configuration.Values);
            return new(
                definition,
                Refusal(StackPreview.Run(definition).Findings) ?? Unset(definition) ?? Certificates(certificates),
                [.. definition.Warnings, .. certificates.Where(p => p.Severity == ProblemSeverity.Warning), .. unknown]
            )
            {
                Endpoints = endpoints,
            };
        }
        catch (DefinitionException e)
        {
            return new(null, "The definition has errors:\n" + e.Message, []);
        }
        catch (CompositionException e)
        {
            return new(null, "The definition asks for what cannot be registered:\n" + e.Message, []);
        }
    }

    /// <summary>Says which findings must not be applied; null where there are none.</summary>
    public static string? Refusal(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(f => f.Severity == Severity.Error).ToList();
        return errors.Count == 0
            ? null
            : "These objects must not be applied, because Istio would not accept them or an invariant does not hold:\n"
                + string.Join("\n", errors.Select(f => "  " + Line(f)));
    }

    /// <summary>A finding on one line.</summary>
    public static string Line(Finding finding)
    {
        var place = finding.Source is { } source ? FormattableString.Invariant($"{source.File}:{source.Line}: ") : "";
        return $"{place}{finding.Cluster} {finding.Object}: {finding.Path}: {finding.Message}";
    }

    private static string? Certificates(IReadOnlyList<DefinitionProblem> problems)
    {
        var errors = problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        return errors.Count == 0 ? null : "These certificates would not work:\n" + string.Join("\n", errors.Select(e => $"  {e}"));
    }

    private static string? Unset(MeshDefinition definition)
    {
        var unset = definition.Values.Where(v => !v.IsSet).ToList();
        return unset.Count == 0
            ? null
            : "These configuration values are not set:\n"
                + string.Join(
                    "\n",
                    unset.Select(v =>
                        $"  {v.Location.File}:{v.Location.Line} asks for it: pulumi config set --stack {definition.Stack} "
                        + $"{(v.IsSecret ? "--secret " : "")}meshstack:{v.Key} < FILE"
                    )
                );
    }
}
