using Pulumi;

namespace MeshStack.Offline.Inputs;

/// <summary>What one pass over the args of a resource finds: the secret inputs, or the unknown ones.</summary>
internal sealed class InputWalk(bool seeksUnknowns)
{
    private readonly List<object> _path = [];

    /// <summary>True to look for unknown values, false to look for secret ones: hardly ever are both of interest.</summary>
    public bool SeeksUnknowns => seeksUnknowns;

    public List<InputPath> Found { get; } = [];

    /// <summary>The resources that the values come from; only the pass that looks for secrets asks for them.</summary>
    public HashSet<Resource> Origins { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>True where a value was still being worked out, so that the pass has to be made again later.</summary>
    public bool IsIncomplete { get; private set; }

    public void Read(object segment, object? value)
    {
        if (value is not null)
        {
            Read(segment, value, ValueReader.From(value.GetType()));
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

    public void FoundHere() => Found.Add(new InputPath([.. _path]));

    public void FoundIncomplete() => IsIncomplete = true;
}
