namespace MeshStack.Components.Tests.Trust;

public sealed class TrustTransitionTests
{
    private static readonly Dictionary<string, TrustState> States = new(StringComparer.Ordinal)
    {
        ["old"] = TrustState.Steady("1"),
        ["prepare"] = TrustState.Prepare("1", "2"),
        ["switch"] = TrustState.Switch("1", "2"),
        ["retire"] = TrustState.Retire("1", "2"),
        ["new"] = TrustState.Steady("2"),
    };

    /// <summary>Forward one step at a time, back as long as both roots are trusted.</summary>
    [Fact]
    public void TheSafeStepsAreThese()
    {
        var safe =
            from before in States
            from after in States
            where before.Key != after.Key && TrustTransition.Check(before.Value, after.Value) is null
            select $"{before.Key} to {after.Key}";
        Assert.Equal(
            [
                "old to prepare",
                "prepare to old",
                "prepare to switch",
                "retire to new",
                "retire to switch",
                "switch to prepare",
                "switch to retire",
            ],
            safe.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        "old",
        "switch",
        "from steady (root 1) to switch (from root 1 to 2): root 2 would sign, which workloads do not trust yet, and calls between them "
            + "would fail; safe next: prepare (from root 1 to 2)"
    )]
    [InlineData(
        "old",
        "new",
        "from steady (root 1) to steady (root 2): root 2 would sign, which workloads do not trust yet, and calls between them would "
            + "fail; safe next: prepare (from root 1 to 2)"
    )]
    [InlineData(
        "prepare",
        "retire",
        "from prepare (from root 1 to 2) to retire (from root 1 to 2): root 1 would no longer be trusted, while workloads still hold "
            + "certificates that it signed, and calls between them would fail; safe next: switch (from root 1 to 2) or steady (root 1)"
    )]
    [InlineData(
        "switch",
        "old",
        "from switch (from root 1 to 2) to steady (root 1): root 2 would no longer be trusted, while workloads still hold certificates "
            + "that it signed, and calls between them would fail; safe next: retire (from root 1 to 2) or prepare (from root 1 to 2)"
    )]
    [InlineData(
        "retire",
        "prepare",
        "from retire (from root 1 to 2) to prepare (from root 1 to 2): root 1 would sign, which workloads do not trust yet, and calls "
            + "between them would fail; safe next: steady (root 2) or switch (from root 1 to 2)"
    )]
    [InlineData(
        "switch",
        "new",
        "from switch (from root 1 to 2) to steady (root 2): root 1 is protected until phase retire lets go of it; safe next: retire "
            + "(from root 1 to 2) or prepare (from root 1 to 2)"
    )]
    [InlineData(
        "new",
        "switch",
        "from steady (root 2) to switch (from root 1 to 2): the rotation is over, and the root that it left is let go of; safe next: "
            + "prepare (from root 2 to 1)"
    )]
    public void AnotherStepSaysWhatItBreaksAndWhatIsSafe(string before, string after, string message)
    {
        var problem = TrustTransition.Check(States[before], States[after])!;
        Assert.Equal("rotation", problem.Path);
        Assert.Equal(message, problem.Message);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
    }

    [Fact]
    public void ARotationIsEndedBeforeAnotherBegins() =>
        Assert.Equal(
            "from prepare (from root 1 to 2) to prepare (from root 1 to 3): istiod would not take up the roots 1 and 3 in place of 1 and "
                + "2; safe next: switch (from root 1 to 2) or steady (root 1)",
            TrustTransition.Check(States["prepare"], TrustState.Prepare("1", "3"))!.Message
        );

    /// <summary>Whatever is called safe next has to be.</summary>
    [Fact]
    public void EveryAdviceIsSafe()
    {
        string[] roots = ["1", "2", "3"];
        TrustState[] all =
        [
            .. roots.Select(TrustState.Steady),
            .. from root in roots
            from other in roots
            where root != other
            from state in new[]
            {
                TrustState.Prepare(root, other),
                TrustState.Switch(root, other),
                TrustState.Retire(root, other),
                TrustState.Retire(null, other),
            }
            select state,
        ];
        var byText = all.DistinctBy(s => s.ToString()).ToDictionary(s => s.ToString(), StringComparer.Ordinal);
        var checkedAdvice = 0;
        foreach (var (before, after) in from before in all from after in all select (before, after))
        {
            if (TrustTransition.Check(before, after) is { } problem)
            {
                foreach (var advice in problem.Message.Split("safe next: ")[1].Split(" or "))
                {
                    Assert.Null(TrustTransition.Check(before, byText[advice]));
                    checkedAdvice++;
                }
            }
        }

        Assert.True(checkedAdvice > 100);
    }
}
