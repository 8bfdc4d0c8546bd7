using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into one kind of value; one instance per .NET type, made once.</summary>
internal abstract class ValueReader
{
    private static readonly ConcurrentDictionary<Type, ValueReader> Readers = new();
    private static readonly ValueReader Leaf = new LeafReader();

    /// <summary>True for a kind of value that can hold neither a secret nor an unknown.</summary>
    public virtual bool IsLeaf => false;

    public abstract void Read(object value, InputWalk walk);

    /// <summary>What is inside a value that wraps another one, or null for one that wraps none.</summary>
    public virtual OpenedValue? Open(object value) => null;

    /// <summary>True where the value stands for nothing, such as an output of null.</summary>
    public virtual bool IsNothing(object value) => false;

    public static ValueReader From(Type type) => Readers.GetOrAdd(type, Create);

    private static ValueReader Create(Type type)
    {
        if (
            type == typeof(string)
            || type.IsPrimitive
            || type.IsEnum
            || type == typeof(JsonElement)
            || typeof(Resource).IsAssignableFrom(type)
        )
        {
            return Leaf;
        }

        if (typeof(InputArgs).IsAssignableFrom(type))
        {
            return new ArgsReader(type);
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && Generic(current) is { } reader)
            {
                return (ValueReader)Activator.CreateInstance(reader.MakeGenericType(current.GetGenericArguments()))!;
            }
        }

        return !typeof(IEnumerable).IsAssignableFrom(type) || HoldsOnlyLeaves(type) ? Leaf
            : typeof(IDictionary).IsAssignableFrom(type) ? new DictionaryReader()
            : new ListReader();
    }

    // The common collections of texts and numbers are not worth a look.
    private static bool HoldsOnlyLeaves(Type type) =>
        (
            type.IsArray ? type.GetElementType()
            : type.IsGenericType ? type.GetGenericArguments()[^1]
            : null
        )
            is { IsSealed: true } item
        && From(item).IsLeaf;

    private static Type? Generic(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Input<>) ? typeof(InputReader<>)
            : definition == typeof(Output<>) ? typeof(OutputReader<>)
            : definition == typeof(Union<,>) ? typeof(UnionReader<,>)
            : definition == typeof(ImmutableArray<>) ? typeof(ArrayReader<>)
            : null;
    }

    private sealed class LeafReader : ValueReader
    {
        public override bool IsLeaf => true;

        public override void Read(object value, InputWalk walk) { }
    }

    private sealed class DictionaryReader : ValueReader
    {
        public override void Read(object value, InputWalk walk)
        {
            foreach (DictionaryEntry entry in (IDictionary)value)
            {
                walk.Read(entry.Key, entry.Value);
            }
        }
    }

    private sealed class ListReader : ValueReader
    {
        public override void Read(object value, InputWalk walk)
        {
            var position = 0;
            foreach (var item in (IEnumerable)value)
            {
                walk.Read(position++, item);
            }
        }
    }
}
