namespace MeshStack.Preview.Transitions;

/// <summary>How a change is to be taken.</summary>
public enum TransitionKind
{
    /// <summary>Calls would fail, something would be lost, or the update would end half-way: it is not applied.</summary>
    Refused,

    /// <summary>It can be applied, and somebody will notice.</summary>
    Warning,

    /// <summary>Something to do once it is applied.</summary>
    ToDo,
}
