using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace MeshStack.Components.Tests.Istio;

/// <summary>What arrives at the engine when a stack registers one object.</summary>
internal sealed record Registration(string Type, IReadOnlyDictionary<string, object> Inputs)
{
    private static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public object Spec => Inputs["spec"];

    /// <summary>The spec as JSON with sorted keys.</summary>
    public string SpecJson => JsonSerializer.Serialize(Sorted(Spec), Plain);

    public static async Task<Registration> From(Action register)
    {
        var mocks = new Mocks();
        _ = await Deployment.TestAsync(mocks, new TestOptions { IsPreview = false }, register);
        var args = Assert.Single(mocks.Registered, r => r.Type!.StartsWith("kubernetes:", StringComparison.Ordinal));
        return new Registration(args.Type!, args.Inputs);
    }

    private static object? Sorted(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object> map => new SortedDictionary<string, object?>(
                map.ToDictionary(p => p.Key, p => Sorted(p.Value)),
                StringComparer.Ordinal
            ),
            string text => text,
            IEnumerable list => list.Cast<object?>().Select(Sorted).ToList(),
            _ => value,
        };

    private sealed class Mocks : IMocks
    {
        public ConcurrentQueue<MockResourceArgs> Registered { get; } = new();

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Registered.Enqueue(args);
            return Task.FromResult<(string?, object)>((args.Name + "-id", args.Inputs));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
