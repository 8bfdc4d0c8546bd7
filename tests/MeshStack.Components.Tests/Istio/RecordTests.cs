using System.Reflection;
using MeshStack.Istio;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

/// <summary>What planners write has the words of what users write.</summary>
public sealed class RecordTests
{
    private const BindingFlags Inputs = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static Dictionary<string, Type> Records { get; } =
        typeof(Definition.Istio.IIstioNode)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Definition.Istio.IIstioNode).Namespace)
            .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static TheoryData<Type> Messages => [.. IstioTypes.Messages];

    public static TheoryData<Type> Enums => [.. IstioTypes.Enums];

    [Theory]
    [MemberData(nameof(Messages))]
    public void RecordHasAMemberForEveryInput(Type args)
    {
        var record = Records[args.Name[..^"Args".Length]];

        var members = record
            .GetProperties()
            .ToDictionary(member => member.Name, member => Spoken(member.PropertyType), StringComparer.Ordinal);
        Assert.All(args.GetMembers(Inputs).Where(IsInput), input => Assert.Equal(Spoken(Held(input)), members[MemberName(input)]));
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void ConstantsAreTheValuesOfTheEnum(Type type)
    {
        var constants = Records[type.Name].GetFields().Select(field => (field.Name, Value: (string)field.GetRawConstantValue()!));

        var values = type.GetProperties()
            .Where(member => member.PropertyType == type)
            .Select(member => (member.Name, Value: member.GetValue(null)!.ToString()!));
        Assert.Equal(values, constants);
    }

    private static bool IsInput(MemberInfo member) =>
        member.CustomAttributes.Any(attribute => attribute.AttributeType == typeof(InputAttribute));

    // Lists and maps are held by fields behind the property.
    private static string MemberName(MemberInfo input) =>
        input is FieldInfo ? char.ToUpperInvariant(input.Name[1]) + input.Name[2..] : input.Name;

    private static Type Held(MemberInfo input) => input is FieldInfo field ? field.FieldType : ((PropertyInfo)input).PropertyType;

    private static string Spoken(Type type) =>
        type switch
        {
            { IsGenericType: true } => Spoken(type.GetGenericTypeDefinition(), type.GenericTypeArguments[^1]),
            { Name: nameof(Definition.Planning.TextValue) } => nameof(String),
            _ when IstioTypes.Enums.Contains(type) => nameof(String),
            _ when IstioTypes.Messages.Contains(type) => type.Name[..^"Args".Length],
            _ => type.Name,
        };

    private static string Spoken(Type form, Type inner) =>
        form switch
        {
            _ when form == typeof(InputList<>) || form == typeof(IReadOnlyList<>) => Spoken(inner) + "[]",
            _ when form == typeof(InputMap<>) || form == typeof(IReadOnlyDictionary<,>) => Spoken(inner) + ".*",
            _ => Spoken(inner),
        };
}
