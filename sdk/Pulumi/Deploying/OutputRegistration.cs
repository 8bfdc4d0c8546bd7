using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Deploying;

/// <summary>Tells the mocks the outputs of a component.</summary>
internal sealed class OutputRegistration(StackRun run, Resource component, Output<IDictionary<string, object?>> outputs)
{
    public void Start() => run.Watch(RegisterAsync());

    private async Task RegisterAsync()
    {
        var urn = await component.Urn.DataAsync().ConfigureAwait(false);
        var given = await outputs.DataAsync().ConfigureAwait(false);
        var serializer = new Serializer(component);
        var written = Write(given.Value, serializer);
        while (serializer.Pending is not null)
        {
            await serializer.WaitForPending().ConfigureAwait(false);
            written = Write(given.Value, serializer);
        }

        await run.Mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(urn.Value, written)).ConfigureAwait(false);
    }

    private static ImmutableDictionary<string, Output<object?>> Write(IDictionary<string, object?>? given, Serializer serializer)
    {
        var written = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (key, value) in given ?? ImmutableDictionary<string, object?>.Empty)
        {
            var one = serializer.WriteProperty(key, value);
            if (one is not null || !serializer.IsKnown)
            {
                written[key] = new Output<object?>(
                    new OutputData<object?>(serializer.IsKnown ? one : null, serializer.IsKnown, serializer.IsSecret, null)
                );
            }
        }

        return written.ToImmutable();
    }
}
