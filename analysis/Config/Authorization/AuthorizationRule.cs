using MeshStack.Analysis.Config.Masks;

namespace MeshStack.Analysis.Config.Authorization;

/// <summary>One rule of an AuthorizationPolicy: any source, and any operation, and all conditions.</summary>
/// <param name="Index">The rule's place in the policy.</param>
/// <param name="Sources">The sources, each all of its tests; one empty source stands for a rule without from.</param>
/// <param name="Operations">The operations, each all of its tests; one empty operation stands for a rule without to.</param>
/// <param name="Conditions">The conditions of when.</param>
internal sealed record AuthorizationRule(
    int Index,
    IReadOnlyList<IReadOnlyList<AttributeTest>> Sources,
    IReadOnlyList<IReadOnlyList<AttributeTest>> Operations,
    IReadOnlyList<AttributeTest> Conditions
)
{
    /// <summary>What hides a part of it; where all others match, it is not known whether it does.</summary>
    public Unreadable? Unreadable { get; init; }

    /// <summary>The rule as a proxy enforces it on HTTP or on TCP, or null where istiod leaves it out.</summary>
    /// <remarks>Source: Generate and checkError in pilot/pkg/security/authz/model/model.go of istio/istio: what cannot be expressed drops a
    /// whole ALLOW rule, but only the value from any other.</remarks>
    public AuthorizationRule? On(bool isTcp, bool isAllow)
    {
        if (isAllow)
        {
            return IsLeftOut(Sources, isTcp) || IsLeftOut(Operations, isTcp) || IsLeftOut(Conditions, isTcp) ? null : this;
        }

        return this with
        {
            Sources = [.. Sources.Select(source => Kept(source, isTcp))],
            Operations = [.. Operations.Select(operation => Kept(operation, isTcp))],
            Conditions = Kept(Conditions, isTcp),
        };
    }

    private static AttributeTest[] Kept(IReadOnlyList<AttributeTest> tests, bool isTcp) =>
        [
            .. from test in tests
            where !(isTcp && test.IsHttpOnly)
            select test with
            {
                Values = [.. test.Values.Where(value => !test.IsInvalid(value))],
                NotValues = [.. test.NotValues.Where(value => !test.IsInvalid(value))],
            },
        ];

    private static bool IsLeftOut(IReadOnlyList<IReadOnlyList<AttributeTest>> alternatives, bool isTcp)
    {
        for (var index = 0; index < alternatives.Count; index++)
        {
            if (IsLeftOut(alternatives[index], isTcp))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLeftOut(IReadOnlyList<AttributeTest> tests, bool isTcp)
    {
        for (var index = 0; index < tests.Count; index++)
        {
            if ((isTcp && tests[index].IsHttpOnly) || tests[index].HasInvalid)
            {
                return true;
            }
        }

        return false;
    }
}
