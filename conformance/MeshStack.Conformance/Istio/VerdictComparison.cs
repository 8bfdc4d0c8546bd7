using MeshStack.Manifests;

namespace MeshStack.Conformance.Istio;

/// <summary>What the schemas say of objects, against what the API server's own code said of them.</summary>
internal sealed class VerdictComparison : IComparison
{
    /// <inheritdoc/>
    public string Name => "istio-objects";

    /// <inheritdoc/>
    public bool HasFacts(string folder) => RecordedObjects.AreIn(folder);

    /// <inheritdoc/>
    public async Task<ComparisonResult> RunAsync(string folder)
    {
        var (objects, differences) = (0, new List<string>());
        await foreach (var recorded in RecordedObjects.ReadAsync(folder))
        {
            objects++;
            differences.AddRange(Differences(recorded));
        }

        return new($"{objects:N0} objects with {string.Join(", ", IstioCrds.Versions)}", differences);
    }

    private static IEnumerable<string> Differences(RecordedObject recorded) =>
        from version in IstioCrds.Versions
        let errors = IstioCrds.For(version).Validate(recorded.Manifest)
        where !recorded.Says(errors)
        select $"{recorded.Id} with Istio {version}: the API server said {(recorded.Message.Length > 0 ? recorded.Message : "nothing")}\n"
            + $"here: {string.Join(" | ", errors.Select(error => error.ToString()).DefaultIfEmpty("nothing"))}";
}
