using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Outputs;

/// <summary>How outputs are made, and what is known, secret and remembered of them.</summary>
public sealed class OutputTests
{
    public static TheoryData<bool> UpAndPreview => new(false, true);

    [Fact]
    public async Task AnOutputIsMadeOfAValueOrATaskAndMayBeSecret() =>
        await new Mocks().Run(async () =>
        {
            Assert.Equal("'x'", await Text.OfAsync(Output.Create("x")));
            Assert.Equal("null", await Text.OfAsync(Output.Create((string)null!)));
            Assert.Equal("1", await Text.OfAsync(Output.Create(Task.FromResult(1))));
            Assert.Equal("secret 'x'", await Text.OfAsync(Output.CreateSecret("x")));
            Assert.Equal("secret 'x'", await Text.OfAsync(Output.CreateSecret(Task.FromResult("x"))));
            Assert.Equal("secret 'x'", await Text.OfAsync(Output.CreateSecret(Output.Create("x"))));
            Assert.Equal("'x'", await Text.OfAsync(Output.Unsecret(Output.CreateSecret("x"))));
        });

    [Fact]
    public async Task AnUnknownOutputReadsAsTheDefaultAndStaysUnknownWhenItsSecrecyChanges() =>
        await new Mocks().Run(async () =>
        {
            Assert.Equal("unknown", await Text.OfAsync(OutputUtilities.CreateUnknown("x")));
            Assert.Equal("unknown", await Text.OfAsync(OutputUtilities.CreateUnknown(() => Task.FromResult("x"))));
            Assert.Equal("secret unknown", await Text.OfAsync(Output.CreateSecret(OutputUtilities.CreateUnknown("x"))));
            Assert.Equal("unknown", await Text.OfAsync(Output.Unsecret(Output.CreateSecret(OutputUtilities.CreateUnknown("x")))));
        });

    [Fact]
    public async Task AFailedTaskInAnOutputEndsTheRun() =>
        Assert.Equal(
            "System.InvalidOperationException: failed task",
            await RunFailure.OfProgramAsync(() =>
                _ = Output.Create(Task.FromException<string>(new InvalidOperationException("failed task")))
            )
        );

    [Theory]
    [MemberData(nameof(UpAndPreview))]
    public async Task WhatTheStateOfAResourceLacksIsUnknownInAPreviewAndTheDefaultOtherwise(bool preview)
    {
        var called = new List<string>();
        await new Mocks().Run(
            async () =>
            {
                var thing = new Thing("thing", new ThingArgs { Text = "given" });
                Assert.Equal("'given'", await Text.OfAsync(thing.Text.Apply(value => Note("text", value))));
                Assert.Equal(preview ? "unknown" : "null", await Text.OfAsync(thing.Other.Apply(value => Note("other", value))));
                Assert.Equal(preview ? "unknown" : "0", await Text.OfAsync(thing.Count.Apply(value => Note("count", value))));
                Assert.Equal("'thing-id'", await Text.OfAsync(thing.Id.Apply(value => Note("id", value))));
                Assert.Equal(
                    "'urn:pulumi:dev::proj::pulumi:pulumi:Stack$test:index:Thing::thing'",
                    await Text.OfAsync(thing.Urn.Apply(value => Note("urn", value)))
                );
            },
            preview
        );

        Assert.Equal(preview ? ["text", "id", "urn"] : ["text", "other", "count", "id", "urn"], called);

        T Note<T>(string name, T value)
        {
            called.Add(name);
            return value;
        }
    }

    [Fact]
    public async Task OutputsRememberTheResourcesTheyComeFrom() =>
        await new Mocks().Run(async () =>
        {
            var a = new Thing("a", new ThingArgs { Text = "x" });
            var b = new Thing("b", new ThingArgs { Text = a.Text });

            Assert.Equal(["a"], await Text.OriginsAsync(a.Text));
            Assert.Equal(["a"], await Text.OriginsAsync(a.Id));
            Assert.Equal(["a"], await Text.OriginsAsync(a.Urn));
            Assert.Equal(["a"], await Text.OriginsAsync(a.Text.Apply(text => text + "!")));
            Assert.Equal(["a", "b"], await Text.OriginsAsync(a.Text.Apply(text => b.Text)));
            Assert.Equal(["a", "b"], await Text.OriginsAsync(Output.All(a.Text, b.Text)));
            Assert.Equal(["a", "b"], await Text.OriginsAsync(Output.Format($"{a.Text}{b.Id}")));
            Assert.Equal(["a"], await Text.OriginsAsync(OutputUtilities.WithDependency(Output.Create("x"), a)));
            Assert.Equal(["a"], await Text.OriginsAsync(new InputList<string> { a.Text, "x" }.ToOutput()));
            Assert.Equal([], await Text.OriginsAsync(Output.Create("x")));
        });

    [Fact]
    public async Task AnOutputThatIsFedByAnotherResourceComesFromItsOwnOnly() =>
        await new Mocks().Run(async () =>
        {
            var a = new Thing("a", new ThingArgs { Text = "x" });

            Assert.Equal(["b"], await Text.OriginsAsync(new Thing("b", new ThingArgs { Text = a.Text }).Text));
        });

    [Fact]
    public async Task TheTextOfAnOutputIsAdviceAndNeverItsValue()
    {
        var text = "";
        await new Mocks().Run(() => text = $"{Output.CreateSecret("hush")}");

        Assert.Equal(
            """
            Calling [ToString] on an [Output<T>] is not supported.

            To get the value of an Output<T> as an Output<string> consider:
            1. o.Apply(v => $"prefix{v}suffix")
            2. Output.Format($"prefix{hostname}suffix");

            See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
            This function may throw in a future version of Pulumi.
            """,
            text
        );
    }

    [Fact]
    public void TheTextOfAnOutputIsLoggedSoThatItThrowsOutsideOfARun()
    {
        Assert.Throws<InvalidOperationException>(() => Output.Create("x").ToString());
        Assert.Throws<InvalidOperationException>(() => $"{Output.CreateSecret("x")}");
    }

    [Fact]
    public void TheTextOfAnInputIsItsType()
    {
        Assert.Equal("Pulumi.Input`1[System.String]", ((Input<string>)"x").ToString());
        Assert.Equal("Pulumi.InputList`1[System.String]", new InputList<string> { "x" }.ToString());
    }

    [Fact]
    public async Task OutputsWorkOutsideOfARun()
    {
        Assert.Equal("1", await Text.OfAsync(Output.Create(1)));
        Assert.Equal("2", await Text.OfAsync(Output.Create(1).Apply(value => value + 1)));
        Assert.Equal("unknown", await Text.OfAsync(OutputUtilities.CreateUnknown(1).Apply(value => value + 1)));
        Assert.Equal("secret [1, 2]", await Text.OfAsync(Output.All(Output.Create(1), Output.CreateSecret(2))));
        Assert.Equal("'a-2'", await Text.OfAsync(Output.Format($"{Output.Create("a")}-{2}")));
        var failed = Output.Create(1).Apply(value => value > 0 ? throw new InvalidOperationException("outside") : value);
        Assert.Equal("outside", (await Assert.ThrowsAsync<InvalidOperationException>(() => OutputUtilities.GetValueAsync(failed))).Message);
    }
}
