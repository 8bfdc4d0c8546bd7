using Pulumi;
using Sdk.Tests.Programs;

namespace Sdk.Tests.Inputs;

/// <summary>How single values of args arrive at the mocks.</summary>
public sealed class ScalarInputTests
{
    [Fact]
    public async Task ValuesArriveByTheirKindAndEveryNumberAsADouble()
    {
        Assert.Equal(
            "{double: 1.5, false: false, int: 7.0, nullableInt: 3.0, plainFlag: true, plainInt: 9.0, plainText: 'p', text: 'x'}",
            await Mocks.InputsOf(
                new Scalars
                {
                    Text = "x",
                    Int = 7,
                    Double = 1.5,
                    False = false,
                    NullableInt = 3,
                    PlainText = "p",
                    PlainInt = 9,
                    PlainFlag = true,
                }
            )
        );
        Assert.Equal(
            "{double: 1E+300, int: -2147483648.0, plainFlag: false, text: ''}",
            await Mocks.InputsOf(
                new Scalars
                {
                    Text = "",
                    Int = int.MinValue,
                    Double = 1e300,
                }
            )
        );
    }

    [Fact]
    public async Task APropertyWithoutTheAttributeDoesNotArrive() =>
        Assert.Equal("{plainFlag: false}", await Mocks.InputsOf(new Scalars { Unmarked = "lost" }));

    [Fact]
    public async Task WhatIsNotSetOrNullDoesNotArrive()
    {
        Assert.Equal("{plainFlag: false}", await Mocks.InputsOf(new Scalars()));
        Assert.Equal("{}", await Mocks.InputsOf(null));
        Assert.Equal("{}", await Mocks.InputsOf(ResourceArgs.Empty));
        Assert.Equal(
            "{plainFlag: false}",
            await Mocks.InputsOf(new Scalars { Text = Output.Create((string)null!), NullableInt = Output.Create((int?)null) })
        );
    }

    [Fact]
    public async Task InputsNamedIdAndUrnBelongToTheResourceAndDoNotArrive()
    {
        Assert.Equal(
            "{name: 'n'}",
            await Mocks.InputsOf(
                new Identified
                {
                    Id = "i",
                    Urn = "u",
                    Name = "n",
                }
            )
        );
        Assert.Equal(
            "{name: 'n'}",
            await Mocks.InputsOf(
                new Identified
                {
                    Id = "i",
                    Urn = "u",
                    Name = "n",
                },
                preview: true
            )
        );
    }

    [Fact]
    public async Task PrivateFieldsAndPropertiesWithTheAttributeArrive() =>
        Assert.Equal("{field: 'f', property: 'p'}", await Mocks.InputsOf(new Hidden()));

    private sealed class Scalars : ResourceArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }

        [Input("int")]
        public Input<int>? Int { get; set; }

        [Input("double")]
        public Input<double>? Double { get; set; }

        [Input("false")]
        public Input<bool>? False { get; set; }

        [Input("nullableInt")]
        public Input<int?>? NullableInt { get; set; }

        [Input("plainText")]
        public string? PlainText { get; set; }

        [Input("plainInt")]
        public int? PlainInt { get; set; }

        [Input("plainFlag")]
        public bool PlainFlag { get; set; }

        public Input<string>? Unmarked { get; set; }
    }

    private sealed class Identified : ResourceArgs
    {
        [Input("id")]
        public Input<string>? Id { get; set; }

        [Input("urn")]
        public Input<string>? Urn { get; set; }

        [Input("name")]
        public Input<string>? Name { get; set; }
    }

    private sealed class Hidden : ResourceArgs
    {
        [Input("field")]
        private readonly Input<string> _field = "f";

        [Input("property")]
        private Input<string> Property { get; set; } = "p";

        public override string ToString() => $"{_field}{Property}";
    }
}
