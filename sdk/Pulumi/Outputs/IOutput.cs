namespace Pulumi;

/// <summary>An output of any type.</summary>
internal interface IOutput
{
    /// <summary>The data if it is settled without a failure.</summary>
    public bool TryGetData(out OutputData<object?> data);

    /// <summary>The data once it is settled.</summary>
    public Task<OutputData<object?>> GetDataAsync();
}
