namespace MeshStack.Conformance;

/// <summary>One aspect of the product, compared with facts that were recorded elsewhere.</summary>
internal interface IComparison
{
    /// <summary>The name that the report leads its lines with.</summary>
    public string Name { get; }

    /// <summary>Whether a folder of facts holds what this comparison reads.</summary>
    public bool HasFacts(string folder);

    /// <summary>Compares the product with the facts of a folder.</summary>
    /// <exception cref="ConformanceException">The facts cannot be read.</exception>
    public Task<ComparisonResult> RunAsync(string folder);
}
