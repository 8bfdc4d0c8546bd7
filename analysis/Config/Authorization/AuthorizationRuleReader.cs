using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>Reads the rules of AuthorizationPolicies.</summary>
/// <remarks>Source: pilot/pkg/security/authz/model/model.go of istio/istio.</remarks>
/// <param name="manifest">The policy.</param>
/// <param name="mesh">The mesh configuration.</param>
/// <param name="isForZtunnel">True for values as ztunnel compares them: principals by themselves, and namespaces without what is around
/// them.</param>
internal sealed class AuthorizationRuleReader(Manifest manifest, MeshConfiguration mesh, bool isForZtunnel = false)
{
    private static readonly (string Field, string NotField, RequestAttribute Attribute)[] SourceFields =
    [
        ("principals", "notPrincipals", RequestAttribute.Principal),
        ("requestPrincipals", "notRequestPrincipals", RequestAttribute.RequestPrincipal),
        ("namespaces", "notNamespaces", RequestAttribute.Namespace),
        ("serviceAccounts", "notServiceAccounts", RequestAttribute.ServiceAccount),
        ("trustDomains", "notTrustDomains", RequestAttribute.TrustDomain),
        ("ipBlocks", "notIpBlocks", RequestAttribute.SourceIp),
        ("remoteIpBlocks", "notRemoteIpBlocks", RequestAttribute.RemoteIp),
    ];

    private static readonly (string Field, string NotField, RequestAttribute Attribute)[] OperationFields =
    [
        ("hosts", "notHosts", RequestAttribute.Host),
        ("methods", "notMethods", RequestAttribute.Method),
        ("paths", "notPaths", RequestAttribute.Path),
        ("ports", "notPorts", RequestAttribute.Port),
    ];

    private static readonly Dictionary<string, RequestAttribute> Keys = new(StringComparer.Ordinal)
    {
        ["source.ip"] = RequestAttribute.SourceIp,
        ["remote.ip"] = RequestAttribute.RemoteIp,
        ["source.namespace"] = RequestAttribute.Namespace,
        ["source.principal"] = RequestAttribute.Principal,
        ["source.serviceAccount"] = RequestAttribute.ServiceAccount,
        ["source.trustDomain"] = RequestAttribute.TrustDomain,
        ["request.auth.principal"] = RequestAttribute.RequestPrincipal,
        ["request.auth.audiences"] = RequestAttribute.Audience,
        ["request.auth.presenter"] = RequestAttribute.Presenter,
        ["destination.ip"] = RequestAttribute.DestinationIp,
        ["destination.port"] = RequestAttribute.Port,
        ["connection.sni"] = RequestAttribute.Sni,
    };

    // A value that is none leaves out the whole of an ALLOW rule.
    private static readonly RequestAttribute[] MayBeInvalid =
    [
        RequestAttribute.SourceIp,
        RequestAttribute.RemoteIp,
        RequestAttribute.DestinationIp,
        RequestAttribute.Port,
    ];

    /// <summary>The rule, or null where istiod skips it because of a condition that it does not know.</summary>
    public AuthorizationRule? Read(Field rule, int index)
    {
        if (Mask.IsIn(rule.Text))
        {
            return Hidden(rule, index);
        }

        var unreadable = MaskedObject.Within(rule, PartMasks.Rule, manifest);
        List<AttributeTest> conditions = [];
        foreach (var condition in rule["when"].Items.Where(condition => !Mask.IsIn(condition.Text) && !Mask.IsIn(condition["key"].Text)))
        {
            if (AttributeOf(condition["key"].Text ?? "") is not { } attribute)
            {
                return null;
            }

            AddTest(conditions, attribute.Attribute, attribute.Key, condition["values"], condition["notValues"], condition["key"].Text);
            unreadable ??= MayBeInvalid.Contains(attribute.Attribute)
                ? HiddenIn(condition["values"]) ?? HiddenIn(condition["notValues"])
                : null;
        }

        return new(
            index,
            Alternatives(rule["from"], "source", SourceFields),
            Alternatives(rule["to"], "operation", OperationFields),
            conditions
        )
        {
            Unreadable = unreadable,
        };
    }

    /// <summary>A rule of which nothing is known.</summary>
    public AuthorizationRule Hidden(Field rule, int index) =>
        new(
            index,
            [
                [],
            ],
            [
                [],
            ],
            []
        )
        {
            Unreadable = Unreadable.From(manifest, rule.Path),
        };

    private static (RequestAttribute Attribute, string Key)? AttributeOf(string key)
    {
        if (Keys.TryGetValue(key, out var attribute))
        {
            return (attribute, "");
        }

        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0 || !key.EndsWith(']'))
        {
            return null;
        }

        var name = key[(bracket + 1)..^1];
        return key[..bracket] switch
        {
            "request.headers" => (RequestAttribute.Header, name),
            "request.auth.claims" => (RequestAttribute.Claim, name.Replace("][", "/", StringComparison.Ordinal)),
            var prefix when prefix.StartsWith("experimental.envoy.filters.", StringComparison.Ordinal) => (
                RequestAttribute.EnvoyFilter,
                key
            ),
            _ => null,
        };
    }

    private IReadOnlyList<IReadOnlyList<AttributeTest>> Alternatives(
        Field list,
        string inner,
        (string Field, string NotField, RequestAttribute Attribute)[] fields
    ) =>
        list.Items.Count == 0
            ?
            [
                [],
            ]
            : [.. list.Items.Select(item => TestsOf(item[inner], fields))];

    private List<AttributeTest> TestsOf(Field item, (string Field, string NotField, RequestAttribute Attribute)[] fields)
    {
        List<AttributeTest> tests = [];
        foreach (var (field, notField, attribute) in fields)
        {
            AddTest(tests, attribute, "", item[field], item[notField]);
        }

        return tests;
    }

    private void AddTest(
        List<AttributeTest> tests,
        RequestAttribute attribute,
        string key,
        Field values,
        Field notValues,
        string? condition = null
    )
    {
        if (values.HasContent || notValues.HasContent)
        {
            tests.Add(
                new(
                    isForZtunnel && attribute == RequestAttribute.Namespace ? RequestAttribute.PlainNamespace : attribute,
                    key,
                    Expand(attribute, Shown(values)),
                    Expand(attribute, Shown(notValues))
                )
                {
                    Condition = condition,
                    Written = values,
                    WrittenNot = notValues,
                    HiddenValue = HiddenIn(values) ?? HiddenName(attribute, values),
                    HiddenNotValue = HiddenIn(notValues) ?? HiddenName(attribute, notValues),
                }
            );
        }
    }

    private static string[] Shown(Field values) => [.. values.Texts().Where(value => !Mask.IsIn(value))];

    private Unreadable? HiddenIn(Field values) =>
        values.Items.FirstOrDefault(value => Mask.IsIn(value.Text)) is { } hidden ? Unreadable.From(manifest, hidden.Path) : null;

    // Another trust domain may be one of those that count as the own one.
    private Unreadable? HiddenName(RequestAttribute attribute, Field values) =>
        !isForZtunnel && attribute is RequestAttribute.Principal or RequestAttribute.TrustDomain && values.HasContent
            ? mesh.HiddenAliases
            : null;

    private IReadOnlyList<string> Expand(RequestAttribute attribute, IReadOnlyList<string> values) =>
        attribute switch
        {
            RequestAttribute.Principal when isForZtunnel => values,
            RequestAttribute.Principal => TrustDomainAliases.InPrincipals(values, mesh),
            RequestAttribute.TrustDomain => TrustDomainAliases.InTrustDomains(values, mesh),
            RequestAttribute.ServiceAccount =>
            [
                .. values.Select(value =>
                    value.Contains('/', StringComparison.Ordinal) ? value : $"{manifest.Namespace ?? "default"}/{value}"
                ),
            ],
            _ => values,
        };
}
