using System.Collections.Immutable;
using Pulumi;

namespace Sdk.Tests.Programs;

/// <summary>A custom resource of package "test", with an output of every common kind.</summary>
internal sealed class Thing(string name, ResourceArgs? args = null, CustomResourceOptions? options = null, string type = "test:index:Thing")
    : CustomResource(type, name, args, options)
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("other")]
    public Output<string?> Other { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;

    [Output("ratio")]
    public Output<double> Ratio { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("names")]
    public Output<ImmutableArray<string>> Names { get; private set; } = null!;

    [Output("labels")]
    public Output<ImmutableDictionary<string, string>> Labels { get; private set; } = null!;

    [Output("any")]
    public Output<object> Any { get; private set; } = null!;
}
