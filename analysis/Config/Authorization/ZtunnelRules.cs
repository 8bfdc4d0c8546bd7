namespace MeshStack.Analysis.Config.Authorization;

/// <summary>What is left of a rule for ztunnel, which reads no HTTP.</summary>
/// <remarks>
/// Source: https://github.com/istio/istio/blob/1.31.0-rc.0/pilot/pkg/serviceregistry/ambient/authorization.go, handleRule; and matches of
/// src/rbac.rs of istio/ztunnel: an item without anything to compare matches nothing.
/// </remarks>
internal static class ZtunnelRules
{
    // What it takes of when; any other key is one of HTTP, that of the trust domain among them.
    private static readonly string[] Conditions =
    [
        "source.ip",
        "source.namespace",
        "source.principal",
        "destination.ip",
        "destination.port",
    ];

    /// <summary>What is left of it; null where istiod leaves it out, or nothing matches it.</summary>
    /// <param name="rule">The rule, with values as ztunnel compares them.</param>
    /// <param name="written">The rule as it is written.</param>
    /// <param name="isAllow">Whether it is of an ALLOW policy.</param>
    public static AuthorizationRule? Of(AuthorizationRule rule, Field written, bool isAllow)
    {
        if (Unread(rule).Count > 0 && (isAllow || rule.Conditions.Any(IsUnread)))
        {
            return null;
        }

        var left = rule with { Sources = Left(rule.Sources), Operations = Left(rule.Operations), Conditions = Left(rule.Conditions) };
        if (rule.Unreadable is not null)
        {
            return left;
        }

        IReadOnlyList<AttributeTest>[] sources = [.. left.Sources.Where(HasSome)];
        IReadOnlyList<AttributeTest>[] operations = [.. left.Operations.Where(HasSome)];
        var (hasFrom, hasTo) = (written["from"].Items.Count > 0, written["to"].Items.Count > 0);
        return (hasFrom && sources.Length == 0) || (hasTo && operations.Length == 0) || left.Conditions.Count < written["when"].Items.Count
            ? null
            : left with
            {
                Sources = hasFrom ? sources : left.Sources,
                Operations = hasTo ? operations : left.Operations,
            };
    }

    /// <summary>The parts of a rule that ztunnel does not read.</summary>
    public static IReadOnlyList<AttributeTest> Unread(AuthorizationRule rule) =>
        [
            .. rule.Sources.Concat(rule.Operations).SelectMany(tests => tests).Where(test => test.IsHttpOnly || IsRemote(test)),
            .. rule.Conditions.Where(IsUnread),
        ];

    private static bool IsUnread(AttributeTest condition) => !Conditions.Contains(condition.Condition);

    private static bool IsRemote(AttributeTest test) => test.Attribute == RequestAttribute.RemoteIp;

    private static bool HasSome(IReadOnlyList<AttributeTest> tests) => tests.Count > 0;

    private static IReadOnlyList<AttributeTest>[] Left(IReadOnlyList<IReadOnlyList<AttributeTest>> alternatives) =>
        [.. alternatives.Select(tests => (IReadOnlyList<AttributeTest>)Left(tests))];

    // Values that are no addresses and no ports are left out by themselves.
    private static AttributeTest[] Left(IReadOnlyList<AttributeTest> tests) =>
        [
            .. from test in tests
            where !(test.IsHttpOnly || IsRemote(test) || test.Attribute is RequestAttribute.TrustDomain or RequestAttribute.Sni)
            let left = test with
            {
                Values = [.. test.Values.Where(value => !test.IsInvalid(value))],
                NotValues = [.. test.NotValues.Where(value => !test.IsInvalid(value))],
            }
            where left.Values.Count > 0 || left.NotValues.Count > 0 || (left.HiddenValue ?? left.HiddenNotValue) is not null
            select left,
        ];
}
