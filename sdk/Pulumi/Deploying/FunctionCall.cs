using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi.Deploying;

/// <summary>One call of a provider function.</summary>
internal sealed class FunctionCall(StackRun run, string token, InvokeArgs args, InvokeOptions? options)
{
    public Output<T> ToOutput<T>() => StackRun.Track(new Output<T>(CallAsync<T>()));

    public async Task<T> ToValueAsync<T>() => (await CallAsync<T>().ConfigureAwait(false)).Value;

    /// <summary>With an unknown argument the call is not made, and its result is unknown.</summary>
    private async Task<OutputData<T>> CallAsync<T>()
    {
        var serializer = new Serializer(null) { KeepsOrigin = true };
        var (inputs, isKnown) = Write(serializer);
        while (serializer.Pending is not null)
        {
            await serializer.WaitForPending().ConfigureAwait(false);
            (inputs, isKnown) = Write(serializer);
        }

        var origin = serializer.Origin;
        if (options is InvokeOutputOptions { HasDependencies: true } waiting)
        {
            var dependencies = await waiting.DependsOn.ToOutput().DataAsync().ConfigureAwait(false);
            foreach (var dependency in dependencies.Value.IsDefault ? [] : dependencies.Value)
            {
                await dependency.Urn.DataAsync().ConfigureAwait(false);
                origin = Origins.Union(origin, dependency);
            }
        }

        if (!isKnown)
        {
            return new(default!, false, false, origin);
        }

        var answer = await run
            .Mocks.CallAsync(
                new MockCallArgs
                {
                    Token = token,
                    Args = inputs,
                    Provider = await ProviderAsync().ConfigureAwait(false),
                }
            )
            .ConfigureAwait(false);
        serializer.Restart();
        var written = serializer.Write(answer);
        while (serializer.Pending is not null)
        {
            await serializer.WaitForPending().ConfigureAwait(false);
            serializer.Restart();
            written = serializer.Write(answer);
        }

        return serializer.IsKnown
            ? new(StateReader.Read<T>(written), true, serializer.IsSecret, origin)
            : new(default!, false, serializer.IsSecret, origin);
    }

    private (ImmutableDictionary<string, object> Inputs, bool IsKnown) Write(Serializer serializer)
    {
        var isKnown = true;
        var shape = ArgsShape.From(args);
        var inputs = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (member, value) in shape.Members.Select(member => (member, shape.Read(member, args))).ToArray())
        {
            if (value is not null && serializer.WriteProperty(member.WireName, value, member.IsJson) is { } written)
            {
                inputs[member.WireName] = written;
            }

            isKnown &= value is null || serializer.IsKnown;
        }

        return (inputs.ToImmutable(), isKnown);
    }

    private async Task<string> ProviderAsync()
    {
        var provider = options?.Provider ?? ProviderScope.FindForToken(options?.Parent?.Scope, token);
        if (provider is null)
        {
            return "";
        }

        await provider.Urn.DataAsync().ConfigureAwait(false);
        await provider.Id.DataAsync().ConfigureAwait(false);
        return provider.Reference;
    }
}
