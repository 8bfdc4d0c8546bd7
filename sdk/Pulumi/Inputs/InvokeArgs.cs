namespace Pulumi;

/// <summary>Base of the arguments of a provider function.</summary>
public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = new NoArgs();

    private sealed class NoArgs : InvokeArgs
    {
    }
}
