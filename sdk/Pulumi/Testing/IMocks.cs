namespace Pulumi.Testing;

/// <summary>Answers of a tested stack's engine and providers.</summary>
public interface IMocks
{
    /// <summary>Id and state of a resource that is registered or read.</summary>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Result of a provider function.</summary>
    public Task<object> CallAsync(MockCallArgs args);

    /// <summary>Takes note of the outputs of a component.</summary>
    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
