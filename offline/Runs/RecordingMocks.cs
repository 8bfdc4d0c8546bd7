using System.Collections.Concurrent;
using System.Collections.Immutable;
using MeshStack.Offline.Placeholders;
using MeshStack.Offline.Secrets;
using MeshStack.Offline.Trees;
using Pulumi;
using Pulumi.Testing;

namespace MeshStack.Offline.Runs;

/// <summary>Records what the engine would be asked for, and answers with known values.</summary>
internal sealed class RecordingMocks(OfflineOptions options, Registry registry, TreeBuilder trees) : IMocks
{
    private readonly ConcurrentDictionary<string, byte> _unanswered = new(StringComparer.Ordinal);

    /// <summary>The tokens of the provider functions that nobody answered, sorted.</summary>
    public IEnumerable<string> UnansweredCalls => _unanswered.Keys.Order(StringComparer.Ordinal);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var registration = registry.Find(args.Type, args.Name);
        if (registration is not null && registration.IsFirstArrival())
        {
            await registration.ArriveAsync(trees.Map(args.Inputs), args.Provider).ConfigureAwait(false);
        }

        var cluster = registry.Provider(args.Provider) is { } provider ? registry.ClusterOf(provider) : null;
        var isRead = registration is { IsRead: true } && !string.IsNullOrEmpty(args.Id);
        var (id, state) = ResourceState.Of(args, cluster, isRead, registration?.ResourceType);
        registry.Step();
        return (id, registration is null ? state : KeepSecrets(state, registration));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        registry.Step();
        if (options.Calls?.Invoke(args.Token ?? "", args.Args) is { } answer)
        {
            return Task.FromResult<object>(answer.ToImmutableDictionary());
        }

        if (StackReferenceState.IsAsked(args.Token))
        {
            return Task.FromResult<object>(StackReferenceState.Of(args));
        }

        _unanswered.TryAdd(args.Token ?? "", 0);
        return Task.FromResult<object>(args.Args);
    }

    // Without this, what goes in secret would come out plain. Metadata stays plain: a secret annotation would make a name secret.
    private static ImmutableDictionary<string, object> KeepSecrets(ImmutableDictionary<string, object> state, Registration registration)
    {
        var tops = registration.Secrets.Select(path => path.Top);
        foreach (var key in SecretObject.Is(registration.Id.Type) ? tops.Concat(SecretObject.Data) : tops)
        {
            if (key != "metadata" && state.TryGetValue(key, out var value) && value is not (null or Output<object>))
            {
                state = state.SetItem(key, Output.CreateSecret(value));
            }
        }

        return state;
    }
}
