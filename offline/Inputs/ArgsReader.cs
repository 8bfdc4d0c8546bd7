using System.Reflection;
using System.Runtime.CompilerServices;
using Pulumi;

namespace MeshStack.Offline.Inputs;

/// <summary>Looks into the members of an args class by their names on the wire.</summary>
internal sealed class ArgsReader(Type type) : ValueReader
{
    private readonly Member[] _members = [.. MembersOf(type)];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Looks for unknown values where they leave a trace: an unknown keeps its whole member from arriving, unless that is sent as
    /// JSON text.</summary>
    /// <returns>The wire names of the members that hold something known and did not arrive either.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IReadOnlyList<string> ReadLost(object args, IReadOnlyDictionary<string, object?> inputs, InputWalk unknowns)
    {
        List<string>? missing = null;
        foreach (var member in _members)
        {
            var hasArrived = inputs.ContainsKey(member.WireName);
            if ((hasArrived && !member.IsJson) || member.WireName is "id" or "urn" || member.Get(args) is not { } content)
            {
                continue;
            }

            var found = unknowns.Found.Count;
            unknowns.Read(member.WireName, content);
            if (!hasArrived && unknowns.Found.Count == found && !From(content.GetType()).IsNothing(content))
            {
                (missing ??= []).Add(member.WireName);
            }
        }

        return missing ?? [];
    }

    private static IEnumerable<Member> MembersOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is not null && current != typeof(InputArgs); current = current.BaseType)
        {
            foreach (var field in current.GetFields(Declared))
            {
                if (Attribute(field) is { } attribute && seen.Add(attribute.Name))
                {
                    yield return new Member(attribute.Name, attribute.IsJson, field.GetValue);
                }
            }

            foreach (var property in current.GetProperties(Declared))
            {
                if (Attribute(property) is { } attribute && seen.Add(attribute.Name))
                {
                    yield return new Member(attribute.Name, attribute.IsJson, property.GetValue);
                }
            }
        }
    }

    // The attribute keeps what it says to itself; its constructor's arguments do not.
    private static (string Name, bool IsJson)? Attribute(MemberInfo member) =>
        member
            .GetCustomAttributesData()
            .FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))
            ?.ConstructorArguments
            is [{ Value: string name }, _, { Value: bool isJson }]
            ? (name, isJson)
            : null;

    private sealed record Member(string WireName, bool IsJson, Func<object?, object?> Get);
}
