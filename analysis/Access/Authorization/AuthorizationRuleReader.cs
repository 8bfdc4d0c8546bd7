namespace MeshStack.Analysis.Access;

/// <summary>Reads the rules of AuthorizationPolicies.</summary>
/// <remarks>Source: pilot/pkg/security/authz/model/model.go of istio/istio.</remarks>
internal sealed class AuthorizationRuleReader(string space, MeshConfiguration mesh)
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

    /// <summary>The rule, or null where istiod skips it because of a condition that it does not know.</summary>
    public AuthorizationRule? Read(Field rule, int index)
    {
        List<AttributeTest> conditions = [];
        foreach (var condition in rule["when"].Items)
        {
            if (AttributeOf(condition["key"].Text ?? "") is not { } attribute)
            {
                return null;
            }

            AddTest(conditions, attribute.Attribute, attribute.Key, condition["values"], condition["notValues"]);
        }

        return new(index, Alternatives(rule["from"], "source", SourceFields), Alternatives(rule["to"], "operation", OperationFields), conditions);
    }

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
            var prefix when prefix.StartsWith("experimental.envoy.filters.", StringComparison.Ordinal) => (RequestAttribute.EnvoyFilter, key),
            _ => null,
        };
    }

    private IReadOnlyList<IReadOnlyList<AttributeTest>> Alternatives(Field list, string inner, (string Field, string NotField, RequestAttribute Attribute)[] fields) =>
        list.Items.Count == 0 ? [[]] : [.. list.Items.Select(item => TestsOf(item[inner], fields))];

    private List<AttributeTest> TestsOf(Field item, (string Field, string NotField, RequestAttribute Attribute)[] fields)
    {
        List<AttributeTest> tests = [];
        foreach (var (field, notField, attribute) in fields)
        {
            AddTest(tests, attribute, "", item[field], item[notField]);
        }

        return tests;
    }

    private void AddTest(List<AttributeTest> tests, RequestAttribute attribute, string key, Field values, Field notValues)
    {
        if (values.HasContent || notValues.HasContent)
        {
            tests.Add(new(attribute, key, Expand(attribute, values.Texts()), Expand(attribute, notValues.Texts())));
        }
    }

    private IReadOnlyList<string> Expand(RequestAttribute attribute, IReadOnlyList<string> values) => attribute switch
    {
        RequestAttribute.Principal => TrustDomainAliases.InPrincipals(values, mesh),
        RequestAttribute.TrustDomain => TrustDomainAliases.InTrustDomains(values, mesh),
        RequestAttribute.ServiceAccount => [.. values.Select(value => value.Contains('/', StringComparison.Ordinal) ? value : $"{space}/{value}")],
        _ => values,
    };
}
