using MeshStack.Manifests;
using MeshStack.Offline.Inputs;

namespace MeshStack.Offline.Secrets;

/// <summary>Masks values inside a tree that nobody has seen yet; keys and shape stay.</summary>
internal static class TreeMask
{
    /// <summary>Masks what is at a path, all leaves of it, and tells a text that was right there.</summary>
    public static void HideAt(ObjectMap tree, InputPath path, Action<string>? hidden = null) => HideAt(tree, path.Segments, hidden);

    /// <summary>Masks every leaf under a key.</summary>
    public static void HideUnder(ObjectMap tree, string key) => HideAt(tree, [key], null);

    /// <summary>Masks the data of every Kubernetes Secret, wherever it stands in the tree.</summary>
    public static void HideSecretObjects(object? tree)
    {
        switch (tree)
        {
            case ObjectMap map:
                if (
                    map.TryGetValue("kind", out var kind)
                    && kind is "Secret"
                    && map.TryGetValue("apiVersion", out var version)
                    && version is "v1"
                )
                {
                    foreach (var field in SecretObject.Data)
                    {
                        HideUnder(map, field);
                    }
                }

                Each(map.Slots);
                break;
            case object?[] list:
                Each(list);
                break;
        }

        static void Each(ReadOnlySpan<object?> values)
        {
            foreach (var value in values)
            {
                HideSecretObjects(value);
            }
        }
    }

    /// <summary>Masks every text that one of the secret texts is in.</summary>
    public static void Hide(object? tree, HashSet<string> revealing)
    {
        var slots = tree switch
        {
            ObjectMap map => map.Slots,
            object?[] list => list,
            _ => [],
        };
        foreach (ref var slot in slots)
        {
            if (slot is string text)
            {
                slot = revealing.Contains(text) ? SecretMask.Text : text;
            }
            else
            {
                Hide(slot, revealing);
            }
        }
    }

    private static void HideAt(ObjectMap tree, ReadOnlySpan<object> path, Action<string>? hidden)
    {
        Span<object?> slots = tree.Slots;
        var index = IndexOf(tree, path[0]);
        for (var depth = 1; index >= 0; depth++)
        {
            ref var slot = ref slots[index];
            if (depth == path.Length || slot is not (ObjectMap or object?[]))
            {
                if (depth == path.Length && slot is string text)
                {
                    hidden?.Invoke(text);
                }

                HideLeaves(ref slot);
                return;
            }

            slots = slot is ObjectMap map ? map.Slots : (object?[])slot;
            index =
                slot is ObjectMap keyed ? IndexOf(keyed, path[depth])
                : path[depth] is int position && position < slots.Length ? position
                : -1;
        }
    }

    private static int IndexOf(ObjectMap map, object key) => key is string text ? map.IndexOf(text) : -1;

    private static void HideLeaves(ref object? slot)
    {
        switch (slot)
        {
            case null:
                break;
            case ObjectMap map:
                foreach (ref var value in map.Slots)
                {
                    HideLeaves(ref value);
                }

                break;
            case object?[] list:
                foreach (ref var value in list.AsSpan())
                {
                    HideLeaves(ref value);
                }

                break;
            default:
                slot = SecretMask.Text;
                break;
        }
    }
}
