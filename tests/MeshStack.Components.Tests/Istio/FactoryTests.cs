using System.Reflection;
using MeshStack.Istio;
using MeshStack.Manifests;
using Pulumi;

namespace MeshStack.Components.Tests.Istio;

public sealed class FactoryTests
{
    private const BindingFlags OwnMethods = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Functions, because a runner that prints args touches their collections, and a touched collection is a set one.
    public static TheoryData<string, Func<ResourceArgs>, string> Factories =>
        new()
        {
            { "exact prefix regex", () => StringMatchArgs.Exact("/"), "exact" },
            { "exact prefix regex", () => StringMatchArgs.Prefix("/"), "prefix" },
            { "exact prefix regex", () => StringMatchArgs.Regex("/.*"), "regex" },
            { "exact prefix regex", () => StringMatchArgs.Present(), "" },
            { "simple consistentHash", () => LoadBalancerSettingsArgs.Simple(LoadBalancerAlgorithm.Random), "simple" },
            { "simple consistentHash", () => LoadBalancerSettingsArgs.ConsistentHash(ConsistentHashArgs.SourceIp()), "consistentHash" },
            {
                "httpHeaderName httpCookie useSourceIp httpQueryParameterName",
                () => ConsistentHashArgs.HttpHeader("x-user"),
                "httpHeaderName"
            },
            {
                "httpHeaderName httpCookie useSourceIp httpQueryParameterName",
                () => ConsistentHashArgs.HttpCookie("user", "0s"),
                "httpCookie"
            },
            { "httpHeaderName httpCookie useSourceIp httpQueryParameterName", () => ConsistentHashArgs.SourceIp(), "useSourceIp" },
            {
                "httpHeaderName httpCookie useSourceIp httpQueryParameterName",
                () => ConsistentHashArgs.QueryParameter("user"),
                "httpQueryParameterName"
            },
            { "ringHash maglev minimumRingSize", () => ConsistentHashArgs.SourceIp(), "" },
            { "ringHash maglev minimumRingSize", () => ConsistentHashArgs.SourceIp().WithMaglev().WithRingHash(2048), "ringHash" },
            { "ringHash maglev minimumRingSize", () => ConsistentHashArgs.SourceIp().WithRingHash().WithMaglev(), "maglev" },
            { "httpStatus grpcStatus http2Error", () => FaultAbortArgs.Http(503), "httpStatus" },
            { "httpStatus grpcStatus http2Error", () => FaultAbortArgs.Grpc("UNAVAILABLE", 10), "grpcStatus" },
            { "fixedDelay exponentialDelay", () => FaultDelayArgs.Fixed("5s", 0.5), "fixedDelay" },
            { "percentage percent", () => FaultDelayArgs.Fixed("5s", 0.5), "percentage" },
            { "percentage percent", () => FaultDelayArgs.Fixed("5s"), "" },
            { "port derivePort", () => HttpRedirectArgs.ToPort(8443, scheme: "https"), "port" },
            { "port derivePort", () => HttpRedirectArgs.ToDerivedPort(RedirectPort.FromProtocolDefault), "derivePort" },
            { "string bytes", () => ResponseBodyArgs.FromText("gone"), "string" },
            { "string bytes", () => ResponseBodyArgs.FromBase64("Z29uZQ=="), "bytes" },
            { "selector targetRef targetRefs", () => AuthorizationPolicySpecArgs.ForWorkloads(new() { ["app"] = "shop" }), "selector" },
            {
                "selector targetRef targetRefs",
                () => AuthorizationPolicySpecArgs.ForTargets(PolicyTargetReferenceArgs.Service("shop")),
                "targetRefs"
            },
            { "action rules", () => AuthorizationPolicySpecArgs.ForWorkloads(new() { ["app"] = "shop" }), "" },
            { "credentialName credentialNames tlsCertificates", () => ServerTlsSettingsArgs.Mutual("cert"), "credentialName" },
            { "credentialName credentialNames tlsCertificates", () => ServerTlsSettingsArgs.IstioMutual(), "" },
        };

    [Theory]
    [MemberData(nameof(Factories))]
    public void FactorySetsOneMemberOfTheGroup(string group, Func<ResourceArgs> factory, string member)
    {
        Assert.Equal(member, string.Join(' ', SetMembers(factory()).Intersect(group.Split(' '), StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(SchemaTests.Kinds), MemberType = typeof(SchemaTests))]
    public void FactoriesSetAtMostOneMemberOfEveryGroupOfTheCRDAndReachThemAll(string kind, Type spec)
    {
        // istiod refuses these two, so no factory leads to them; a provider is a group of one.
        HashSet<string> reached = ["exponentialDelay", "http2Error", "provider"];
        var groups = Groups(spec, IstioKind.Named(kind).Spec).DistinctBy(g => (g.Type, string.Join(' ', g.Members))).ToList();
        foreach (var (type, members) in groups)
        {
            foreach (var args in Made(type))
            {
                var set = SetMembers(args).Intersect(members, StringComparer.Ordinal).ToList();
                Assert.True(set.Count <= 1, $"{type.Name} with {string.Join(" and ", set)}");
                reached.UnionWith(set);
            }
        }

        Assert.Empty(groups.SelectMany(g => g.Members).Except(reached));
    }

    private static IEnumerable<string> SetMembers(ResourceArgs args) =>
        TypedField.Of(args.GetType()).Where(f => f.Get(args) is not null).Select(f => f.Name);

    private static IEnumerable<(Type Type, IReadOnlyList<string> Members)> Groups(Type type, StructuralSchema schema)
    {
        var inner = schema.Items ?? schema.AdditionalProperties;
        if (type.IsGenericType)
        {
            return Groups(
                type.GenericTypeArguments[0],
                inner is not null && type.GetGenericTypeDefinition() != typeof(Input<>) ? inner : schema
            );
        }

        var own = schema.ExclusiveFields().Select(members => (type, members));
        return own.Concat(
            from field in TypedField.Of(type)
            where schema.Properties.ContainsKey(field.Name)
            from found in Groups(field.Type, schema.Properties[field.Name])
            select found
        );
    }

    private static IEnumerable<ResourceArgs> Made(Type type)
    {
        var methods = type.GetMethods(OwnMethods).Where(m => m.ReturnType == type).ToList();
        foreach (var factory in methods.Where(m => m.IsStatic))
        {
            yield return Call(factory, null);
            foreach (var refinement in methods.Where(m => !m.IsStatic))
            {
                yield return Call(refinement, Call(factory, null));
            }
        }
    }

    private static ResourceArgs Call(MethodInfo method, object? target) =>
        (ResourceArgs)
            method.Invoke(target, method.GetParameters().Select(p => p.HasDefaultValue ? null : Sample.Of(p.ParameterType)).ToArray())!;
}
