using Pulumi;

namespace MeshStack.Istio;

/// <summary>Changes to a set of headers.</summary>
public sealed class HeaderOperationsArgs : ResourceArgs
{
    [Input("set")]
    private InputMap<string>? _set;

    /// <summary>Headers that are overwritten.</summary>
    public InputMap<string> Set
    {
        get => _set ??= new();
        set => _set = value;
    }

    [Input("add")]
    private InputMap<string>? _add;

    /// <summary>Values that are appended.</summary>
    public InputMap<string> Add
    {
        get => _add ??= new();
        set => _add = value;
    }

    [Input("remove")]
    private InputList<string>? _remove;

    /// <summary>Headers that are taken away.</summary>
    public InputList<string> Remove
    {
        get => _remove ??= new();
        set => _remove = value;
    }
}
