using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Pulumi;

namespace MeshStack.Components.Tests.Meshes;

/// <summary>Args belong to their caller: a mesh writes nothing into them, and one instance given to several clusters gives each its
/// own.</summary>
public sealed class SharedArgsTests
{
    public static TheoryData<string> Topologies { get; } = ["federated", "multi-primary", "primary-remote", "external-control-plane"];

    [Theory]
    [MemberData(nameof(Topologies))]
    public async Task AMeshLeavesTheArgsOfItsCallerAsTheyAre(string topology)
    {
        var (before, args) = ("", MeshRun.Args(topology));
        await MeshRun.OfAsync(
            topology,
            given =>
            {
                args = given;
                given.Clusters["c2"].Namespaces["shop"] = new MeshNamespaceArgs();
                before = StateOf(given);
            }
        );

        Assert.Equal(before, StateOf(args));
    }

    [Theory]
    [MemberData(nameof(Topologies))]
    public async Task ClustersThatShareAnInstanceGetWhatTheirOwnWouldGiveThem(string topology)
    {
        var own = await MeshRun.OfAsync(topology);
        var shared = await MeshRun.OfAsync(
            topology,
            args =>
            {
                var install = args.Clusters["c1"].Install;
                foreach (var member in args.Clusters.Values)
                {
                    member.Install = install;
                }
            }
        );

        Assert.Equal(
            own.Registered.Select(Line).Order(StringComparer.Ordinal),
            shared.Registered.Select(Line).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task NoClusterGetsTheKeyOfAnother()
    {
        var shared = await MeshRun.OfAsync(
            "multi-primary",
            args =>
            {
                var install = new IstioInstallArgs { EastWest = new GatewayInstallArgs() };
                foreach (var member in args.Clusters.Values)
                {
                    member.Install = install;
                }
            }
        );

        Assert.All(
            new[] { "c1", "c2", "c3" },
            cluster =>
                Assert.Contains(
                    $"\"ca-key.pem\":\"key-marker-of-sample-trust-ca-1-{cluster}-key\"",
                    shared.Json("kubernetes:core/v1:Secret", $"{cluster}-istio-cacerts"),
                    StringComparison.Ordinal
                )
        );
    }

    private static string Line(Pulumi.Testing.MockResourceArgs registered) =>
        $"{registered.Type} {registered.Name} {MeshRun.JsonOf(registered.Inputs)}";

    /// <summary>Every field of args and of all args below them; inputs count as what they are, and not as what is in them.</summary>
    private static string StateOf(object? value)
    {
        var text = new StringBuilder();
        Write(value);
        return text.ToString();

        void Write(object? part)
        {
            switch (part)
            {
                case null or string or ValueType:
                    text.Append(part).Append(';');
                    break;
                case IDictionary map:
                    foreach (DictionaryEntry entry in map)
                    {
                        text.Append(entry.Key).Append('=');
                        Write(entry.Value);
                    }

                    break;
                case IList list:
                    foreach (var item in list)
                    {
                        Write(item);
                    }

                    break;
                case ResourceArgs args:
                    foreach (var field in FieldsOf(args.GetType()))
                    {
                        text.Append(field.Name).Append(':');
                        Write(field.GetValue(args));
                    }

                    break;
                default:
                    text.Append(part.GetType().Name).Append(RuntimeHelpers.GetHashCode(part)).Append(';');
                    break;
            }
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) =>
        type is null || type == typeof(ResourceArgs)
            ? []
            :
            [
                .. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly),
                .. FieldsOf(type.BaseType),
            ];
}
