using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Kubernetes;

/// <summary>Typed objects of custom resource definitions.</summary>
public sealed class CustomResourceTests
{
    private static WidgetArgs Full =>
        new()
        {
            Metadata = new ObjectMetaArgs
            {
                Name = "w",
                Namespace = "demo",
                Labels = { ["a"] = "b" },
            },
            Spec = new WidgetSpecArgs
            {
                Selector = { ["app"] = "x" },
                Ports =
                {
                    new NestedArgs { Port = 443, Name = "https" },
                },
                Config = new Dictionary<string, object> { ["mode"] = "SIMPLE", ["min"] = 2 },
            },
        };

    [Fact]
    public async Task TheTypeIsMadeOfTheApiVersionAndKindOfTheArgs()
    {
        var mocks = new Mocks();
        await mocks.Run(() =>
        {
            _ = new Widget("full", Full);
            _ = new Widget("named", new WidgetArgs { Metadata = new ObjectMetaArgs { Name = "w" } });
            _ = new Widget("bare", new WidgetArgs());
            _ = new Widget("core", new WidgetArgs("v1"));
            _ = new Widget("slashes", new WidgetArgs("a/b/v1"));
            _ = new Widget("no-kind", new WidgetArgs("v1", ""));
        });

        Assert.Equal(
            "{apiVersion: 'example.io/v1', kind: 'Widget', metadata: {labels: {a: 'b'}, name: 'w', namespace: 'demo'}, "
                + "spec: {config: {min: 2.0, mode: 'SIMPLE'}, ports: [{port: 443.0, the-name/on.the_wire: 'https'}], "
                + "selector: {app: 'x'}}}",
            mocks.Inputs("full")
        );
        Assert.Equal("{apiVersion: 'example.io/v1', kind: 'Widget', metadata: {name: 'w'}}", mocks.Inputs("named"));
        Assert.Equal("{apiVersion: 'example.io/v1', kind: 'Widget'}", mocks.Inputs("bare"));
        Assert.Equal("{apiVersion: 'v1', kind: ''}", mocks.Inputs("no-kind"));
        Assert.Equal(
            [
                "kubernetes:example.io/v1:Widget",
                "kubernetes:example.io/v1:Widget",
                "kubernetes:example.io/v1:Widget",
                "kubernetes:v1:Widget",
                "kubernetes:a/b/v1:Widget",
                "kubernetes:v1:",
            ],
            mocks.Asked.Select(asked => asked.Type)
        );
    }

    [Fact]
    public async Task ArgsKnowTheirApiVersionAndKindBeforeTheyAreUsed()
    {
        Assert.Equal("'example.io/v1'", await Text.OfAsync(new WidgetArgs().ApiVersion.ToOutput()));
        Assert.Equal("'Widget'", await Text.OfAsync(new WidgetArgs().Kind.ToOutput()));
        Assert.Equal("null", await Text.OfAsync(new WidgetArgs(null!).ApiVersion.ToOutput()));
    }

    [Fact]
    public async Task MissingRequiredFieldsAndMissingArgsEndTheRun()
    {
        Assert.StartsWith(
            "System.InvalidOperationException: error serializing property \"spec\": [Input] Sdk.Tests.Programs.NestedArgs.Port "
                + "is required but was not given a value (Parameter 'Port')",
            await RunFailure.OfProgramAsync(() =>
                _ = new Widget("widget", new WidgetArgs { Spec = new WidgetSpecArgs { Ports = { new NestedArgs() } } })
            ),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "System.NullReferenceException: ",
            await RunFailure.OfProgramAsync(() => _ = new Widget("widget", null!)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AnUnknownFieldTakesTheWholeSpecWithIt()
    {
        var mocks = new Mocks();
        await mocks.Run(
            () =>
                _ = new Widget(
                    "widget",
                    new WidgetArgs
                    {
                        Spec = new WidgetSpecArgs
                        {
                            Selector = { ["known"] = "x", ["secret"] = Output.CreateSecret("s") },
                            Ports = { new NestedArgs { Port = OutputUtilities.CreateUnknown(1) } },
                        },
                    }
                ),
            preview: true
        );

        Assert.Equal("{apiVersion: 'example.io/v1', kind: 'Widget'}", mocks.Inputs("widget"));
    }

    [Theory]
    [InlineData(false, "null")]
    [InlineData(true, "unknown")]
    public async Task OutputsReadTheInputsBack(bool preview, string absent) =>
        await new Mocks().Run(
            async () =>
            {
                var widget = new Widget("widget", Full);
                Assert.Equal(
                    "{config: {min: 2.0, mode: 'SIMPLE'}, ports: [{port: 443.0, the-name/on.the_wire: 'https'}], selector: {app: 'x'}}",
                    await Text.OfAsync(widget.Spec)
                );
                Assert.Equal(absent, await Text.OfAsync(widget.Status));
                Assert.Equal("'w'", await Text.OfAsync(widget.Metadata.Apply(metadata => metadata.Name)));
                Assert.Equal("{a: 'b'}", await Text.OfAsync(widget.Metadata.Apply(metadata => metadata.Labels)));
                Assert.Equal("'Widget'", await Text.OfAsync(widget.Kind));
                Assert.Equal("'example.io/v1'", await Text.OfAsync(widget.ApiVersion));
                Assert.Equal("kubernetes:example.io/v1:Widget", widget.GetResourceType());
                Assert.Equal(
                    "'urn:pulumi:dev::proj::pulumi:pulumi:Stack$kubernetes:example.io/v1:Widget::widget'",
                    await Text.OfAsync(widget.Urn)
                );
            },
            preview
        );
}
