namespace Pulumi;

/// <summary>The hooks of a resource by what they are called for.</summary>
public class ResourceHookBinding
{
    public List<ResourceHook> BeforeCreate
    {
        get => field ??= [];
        set;
    }

    public List<ResourceHook> AfterCreate
    {
        get => field ??= [];
        set;
    }

    public List<ResourceHook> BeforeUpdate
    {
        get => field ??= [];
        set;
    }

    public List<ResourceHook> AfterUpdate
    {
        get => field ??= [];
        set;
    }

    public List<ResourceHook> BeforeDelete
    {
        get => field ??= [];
        set;
    }

    public List<ResourceHook> AfterDelete
    {
        get => field ??= [];
        set;
    }

    public List<ErrorHook> OnError
    {
        get => field ??= [];
        set;
    }

    public bool IsEmpty =>
        BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count == 0
        && BeforeDelete.Count + AfterDelete.Count + OnError.Count == 0;

    public ResourceHookBinding Clone() => Concat(new());

    /// <summary>A new binding with the hooks of both, the own ones first.</summary>
    public ResourceHookBinding Concat(ResourceHookBinding other) =>
        new()
        {
            BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
            AfterCreate = [.. AfterCreate, .. other.AfterCreate],
            BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
            AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
            BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
            AfterDelete = [.. AfterDelete, .. other.AfterDelete],
            OnError = [.. OnError, .. other.OnError],
        };
}
