using System.Reflection;
using MeshStack.Istio;

namespace MeshStack.Components.Tests.Istio;

public sealed class EnumTests
{
    public static TheoryData<Type> Enums => [.. IstioTypes.Enums];

    [Theory]
    [MemberData(nameof(Enums))]
    public void ValuesNameEveryMemberAndParseToIt(Type type)
    {
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(p => p.PropertyType == type)
            .Select(p => p.GetValue(null)!)
            .ToList();
        var parse = type.GetMethod("Parse", [typeof(string)])!;
        var wire = type.GetMethod("op_Explicit", [type])!;

        Assert.Equal(members.Select(m => m.ToString()), (IReadOnlyList<string>)type.GetProperty("Values")!.GetValue(null)!);
        Assert.All(members, m => Assert.Equal(m, parse.Invoke(null, [m.ToString()])));
        Assert.All(members, m => Assert.Equal(m.ToString(), wire.Invoke(null, [m])));
        Assert.Equal(members.Count, members.Distinct().Count());
    }

    [Fact]
    public void UnknownNameIsRefusedWithTheKnownOnes()
    {
        var exception = Assert.Throws<ArgumentException>(() => MutualTlsMode.Parse("strict"));
        Assert.StartsWith("'strict' is not one of UNSET, DISABLE, PERMISSIVE, STRICT.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesAreEqualByName()
    {
        Assert.True(ServerTlsMode.Parse("SIMPLE") == ServerTlsMode.Simple);
        Assert.True(ServerTlsMode.Mutual != ServerTlsMode.Simple);
    }
}
