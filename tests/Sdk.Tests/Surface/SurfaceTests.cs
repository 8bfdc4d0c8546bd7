using System.Reflection;
using MeshStack.ApiSurface;
using Pulumi;

namespace Sdk.Tests.Surface;

/// <summary>
/// The stand-ins hold nothing that the real packages lack or have otherwise, and all overloads and conversions of what they hold.
/// PACKAGE.api.txt has the real signatures of that, attributes, defaults and base types included; sdk/README.md says how it is made.
/// </summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Packages => new("Pulumi", "Pulumi.Kubernetes", "Pulumi.Tls");

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryPublicTypeAndMemberHasItsRealSignatureAndAllItsOverloads(string package)
    {
        var held = ApiPrinter.Print(AssemblyOf(package));

        Assert.NotEmpty(held.Types);
        Assert.Equal([], new PartialSurface(held, Listing(package)).Differences);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void TheListingHasTheSignaturesOfWhatIsHeldAndNoOthers(string package) =>
        Assert.Equal(ApiPrinter.Print(AssemblyOf(package)).Types.SelectMany(Lines), Listing(package).Types.SelectMany(Lines));

    [Theory]
    [InlineData("Pulumi.Kubernetes")]
    [InlineData("Pulumi.Tls")]
    public void AListOrMapOfArgsTravelsByTheFieldBehindIt(string package)
    {
        var args = AssemblyOf(package).GetExportedTypes().Where(type => typeof(InputArgs).IsAssignableFrom(type)).ToArray();
        Assert.NotEmpty(args);
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;
        foreach (
            var property in args.SelectMany(type => type.GetProperties(Own))
                .Where(property => property.GetCustomAttribute<InputAttribute>() is null)
        )
        {
            var wire = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var field = property.DeclaringType!.GetField("_" + wire, BindingFlags.Instance | BindingFlags.NonPublic);
            Assert.True(field is not null, $"{property.DeclaringType}.{property.Name} has no field _{wire}");
            var input = field!.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(InputAttribute));
            Assert.Equal(wire, input.ConstructorArguments[0].Value);
        }
    }

    private static ApiListing Listing(string package) =>
        ApiListing.Read(Path.Combine(AppContext.BaseDirectory, "Surface", package + ".api.txt"));

    private static IEnumerable<string> Lines(ApiType type) =>
        type.Members.Order(StringComparer.Ordinal).Select(member => $"{type.Name}: {member}").Prepend(type.Name);

    private static Assembly AssemblyOf(string package) =>
        package switch
        {
            "Pulumi" => typeof(Deployment).Assembly,
            "Pulumi.Kubernetes" => typeof(Pulumi.Kubernetes.Provider).Assembly,
            "Pulumi.Tls" => typeof(Pulumi.Tls.Provider).Assembly,
            _ => throw new ArgumentOutOfRangeException(nameof(package), package, "no such stand-in"),
        };
}
