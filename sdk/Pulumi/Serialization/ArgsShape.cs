using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The inputs of one args class, inherited and private ones included.</summary>
internal sealed class ArgsShape
{
    private static readonly ConcurrentDictionary<Type, ArgsShape> Shapes = new();

    private readonly string _typeName;

    private ArgsShape(Type type)
    {
        _typeName = type.FullName!;
        var members = new List<ArgsMember>();
        for (var level = type; level is not null && level != typeof(InputArgs); level = level.BaseType)
        {
            const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            // Fields first: of several required inputs that are missing, the first one is named.
            foreach (var field in level.GetFields(Declared))
            {
                Add(members, field, MemberGetter.From(field));
            }

            foreach (var property in level.GetProperties(Declared))
            {
                Add(members, property, property.GetMethod is null ? null : MemberGetter.From(property));
            }
        }

        Members = [.. members];
    }

    public ArgsMember[] Members { get; }

    public static ArgsShape From(InputArgs args) => Shapes.GetOrAdd(args.GetType(), static type => new ArgsShape(type));

    /// <summary>The value of a member; a required one that was never given is an error.</summary>
    public object? Read(ArgsMember member, InputArgs args)
    {
        var value = member.Getter.Get(args);
        return value is not null || !member.IsRequired
            ? value
            : throw new ArgumentNullException(
                member.MemberName,
                $"[Input] {_typeName}.{member.MemberName} is required but was not given a value"
            );
    }

    private static void Add(List<ArgsMember> members, MemberInfo member, MemberGetter? getter)
    {
        if (
            getter is not null
            && member.GetCustomAttribute<InputAttribute>() is { } input
            && !members.Exists(known => known.WireName == input.Name)
        )
        {
            members.Add(new ArgsMember(member.Name, input.Name, input.IsRequired, input.Json, getter));
        }
    }
}
