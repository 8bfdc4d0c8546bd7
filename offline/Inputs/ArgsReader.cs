using System.Reflection;
using Pulumi;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into the members of an args class by their names on the wire.</summary>
internal sealed class ArgsReader(Type type) : ValueReader
{
    private readonly Member[] _members = [.. MembersOf(type)];

    public override void Read(object value, InputWalk walk)
    {
        foreach (var member in _members)
        {
            if (member.Get(value) is { } content)
            {
                walk.Read(member.WireName, content);
            }
        }
    }

    /// <summary>The wire names of the members that hold something and are not among the given inputs.</summary>
    public IEnumerable<string> Missing(object args, IReadOnlyDictionary<string, object?> inputs) =>
        from member in _members
        where !inputs.ContainsKey(member.WireName)
            && member.WireName is not ("id" or "urn")
            && member.Get(args) is { } content
            && !Of(content.GetType()).IsNothing(content)
        select member.WireName;

    private static IEnumerable<Member> MembersOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is not null && current != typeof(InputArgs); current = current.BaseType)
        {
            foreach (var field in current.GetFields(Declared))
            {
                if (WireName(field) is { } name && seen.Add(name))
                {
                    yield return new Member(name, field.GetValue);
                }
            }

            foreach (var property in current.GetProperties(Declared))
            {
                if (WireName(property) is { } name && seen.Add(name))
                {
                    yield return new Member(name, property.GetValue);
                }
            }
        }
    }

    // The attribute keeps its name to itself; its constructor's argument does not.
    private static string? WireName(MemberInfo member) => member.GetCustomAttributesData()
        .FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value as string;

    private sealed record Member(string WireName, Func<object?, object?> Get);
}
