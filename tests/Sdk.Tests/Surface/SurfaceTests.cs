using System.Reflection;
using System.Text.RegularExpressions;
using Pulumi;

namespace Sdk.Tests.Surface;

/// <summary>
/// The stand-ins hold nothing that the real packages lack or have otherwise, and all overloads and conversions of what they hold:
/// with fewer of them, code that compiles here could be ambiguous there.
/// </summary>
public sealed partial class SurfaceTests
{
    public static TheoryData<string> Packages => new("Pulumi", "Pulumi.Kubernetes", "Pulumi.Tls");

    [SkippableTheory]
    [MemberData(nameof(Packages))]
    public void Every_public_type_and_member_is_in_the_listing(string package)
    {
        var listing = Listing(package);
        var printer = new ApiPrinter();
        var differences = new List<string>();
        foreach (var type in Types(package))
        {
            var printed = printer.Print(type);
            if (listing.Find(ApiPrinter.NameOf(type)) is not { } real)
            {
                differences.Add($"no such type: {printed.Headline}");
                continue;
            }

            if (Sorted(printed.Headline) != Sorted(real.Headline))
            {
                differences.Add($"{printed.Headline}\n  real: {real.Headline}");
            }

            differences.AddRange(printed.Members.Except(real.Members).Order(StringComparer.Ordinal)
                .Select(member => $"{ApiPrinter.NameOf(type)}: {member}\n  real: {string.Join("\n        ", real.Members.Where(other => MemberName(other) == MemberName(member)))}"));
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [SkippableTheory]
    [MemberData(nameof(Packages))]
    public void Every_overload_and_conversion_of_what_is_held_is_held_too(string package)
    {
        var listing = Listing(package);
        var printer = new ApiPrinter();
        var missing = new List<string>();
        foreach (var type in Types(package))
        {
            var held = printer.Print(type).Members;
            var names = held.Select(MemberName).ToHashSet(StringComparer.Ordinal);
            missing.AddRange((listing.Find(ApiPrinter.NameOf(type))?.Members ?? [])
                .Where(member => !held.Contains(member) && (names.Contains(MemberName(member)) || MemberName(member).StartsWith("op_", StringComparison.Ordinal)))
                .Select(member => $"{ApiPrinter.NameOf(type)}: {member}"));
        }

        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    [Theory]
    [InlineData("Pulumi.Kubernetes")]
    [InlineData("Pulumi.Tls")]
    public void A_list_or_map_of_args_travels_by_the_field_behind_it(string package)
    {
        var args = Types(package).Where(type => typeof(InputArgs).IsAssignableFrom(type)).ToArray();
        Assert.NotEmpty(args);
        foreach (var property in args.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(property => property.GetCustomAttribute<InputAttribute>() == null))
        {
            var wire = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var field = property.DeclaringType!.GetField("_" + wire, BindingFlags.Instance | BindingFlags.NonPublic);
            Assert.True(field != null, $"{property.DeclaringType}.{property.Name} has no field _{wire}");
            var input = field!.GetCustomAttributesData().Single(attribute => attribute.AttributeType == typeof(InputAttribute));
            Assert.Equal(wire, input.ConstructorArguments[0].Value);
        }
    }

    private static ApiListing Listing(string package)
    {
        var path = Path.Combine(Repository.Shared, "pulumi-api", package + ".api.txt");
        Repository.SkipWithout(path);
        return ApiListing.Read(path);
    }

    private static IEnumerable<Type> Types(string package)
        => AssemblyOf(package).GetExportedTypes().OrderBy(ApiPrinter.NameOf, StringComparer.Ordinal);

    private static Assembly AssemblyOf(string package) => package switch
    {
        "Pulumi" => typeof(Deployment).Assembly,
        "Pulumi.Kubernetes" => typeof(Pulumi.Kubernetes.Provider).Assembly,
        "Pulumi.Tls" => typeof(Pulumi.Tls.Provider).Assembly,
        _ => throw new ArgumentOutOfRangeException(nameof(package), package, "no such stand-in"),
    };

    /// <summary>A headline whose interfaces are in order.</summary>
    private static string Sorted(string headline)
    {
        var colon = headline.IndexOf(" : ", StringComparison.Ordinal);
        return colon < 0 ? headline : headline[..colon] + " : " + string.Join(", ", TopLevelComma().Split(headline[(colon + 3)..]).Order(StringComparer.Ordinal));
    }

    /// <summary>The name alone: without attributes, modifiers, types, type parameters and parameters.</summary>
    private static string MemberName(string member)
    {
        var signature = member[(member[0] == '[' ? member.IndexOf("] ", StringComparison.Ordinal) + 2 : 0)..];
        var end = signature.IndexOfAny(['(', '{', '=']);
        signature = (end < 0 ? signature : signature[..end]).TrimEnd();
        if (signature.EndsWith(']'))
        {
            return "this";
        }

        for (var open = signature.Length; signature.EndsWith('>'); signature = signature[..open])
        {
            open = Opening(signature);
        }

        return signature[(signature.LastIndexOf(' ') + 1)..];
    }

    /// <summary>Where the angle bracket opens that closes at the end.</summary>
    private static int Opening(string signature)
    {
        var at = signature.Length;
        var depth = 0;
        do
        {
            at--;
            depth += signature[at] switch { '>' => 1, '<' => -1, _ => 0 };
        }
        while (depth > 0);
        return at;
    }

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex TopLevelComma();
}
