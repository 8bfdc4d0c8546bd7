namespace MeshStack.Offline.Inputs;

/// <summary>What one pass over the args of a resource finds: which inputs are secret and which are unknown.</summary>
internal sealed class InputWalk
{
    private readonly List<object> _path = [];

    public List<InputPath> Secrets { get; } = [];

    public List<InputPath> Unknowns { get; } = [];

    /// <summary>True where a value was still being worked out, so that the pass has to be made again later.</summary>
    public bool IsIncomplete { get; private set; }

    public void Read(object segment, object? value)
    {
        if (value is not null)
        {
            Read(segment, value, ValueReader.Of(value.GetType()));
        }
    }

    public void Read(object segment, object value, ValueReader reader)
    {
        if (reader.IsLeaf)
        {
            return;
        }

        _path.Add(segment);
        reader.Read(value, this);
        _path.RemoveAt(_path.Count - 1);
    }

    public void FoundSecret() => Secrets.Add(new InputPath([.. _path]));

    public void FoundUnknown() => Unknowns.Add(new InputPath([.. _path]));

    public void FoundIncomplete() => IsIncomplete = true;
}
