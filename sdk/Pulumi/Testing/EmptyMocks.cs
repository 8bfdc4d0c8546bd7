namespace Pulumi.Testing;

/// <summary>Mocks whose resources have no state beyond their inputs.</summary>
public class EmptyMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        => Task.FromResult<(string?, object)>((args.Id, args.Inputs));

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}
