using FsCheck;
using FsCheck.Fluent;

namespace MeshStack.Manifests.Tests;

public class RoundTripTests
{
    private static readonly string[] Awkward =
    [
        "",
        " ",
        "8080",
        "true",
        "on",
        "No",
        "null",
        "~",
        "1e3",
        "0x1f",
        "0b1",
        "0o7",
        "1_000",
        "2001-01-01",
        "190:20:30",
        ".5",
        ".inf",
        "=",
        "<<",
        "y",
        "-",
        "--- x",
        "...",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "a:",
        ":a",
        "?",
        "? a",
        "a\nb",
        "a\n",
        "a\n\n",
        "\na",
        " a\nb",
        "a \nb",
        "a\tb\nc",
        "a\r\nb",
        "\ta",
        "a\n  b\n",
        "a\n\n\nb",
        "# a\nb",
        "--- \na",
        "...\n",
        "é",
        "日本",
        "😀",
        "a\n😀",
        "\u0085",
        "\ufeff",
        "\u0000",
        "{{ .Values }}",
        "${cluster02.eastWestGateway.address}",
        "*.example.com",
        "10.0.0.1",
        "1.30.3",
        "outbound_.80_._.a.b.svc.cluster.local",
        "10s",
        "\\",
        "a\\nb",
        "+~-> *@",
        "a *b",
        "a > b",
    ];

    private static Gen<string> Texts { get; } =
        Gen.OneOf(
            Gen.Elements(Awkward),
            Gen.Elements("abyn01.eE+-_: \n\t#'\"{}[],&*!|>%@`\r~é😀".EnumerateRunes().Select(rune => rune.ToString()).ToArray())
                .ArrayOf()
                .Select(string.Concat),
            ArbMap.Default.ArbFor<string>().Generator.Select(text => text is null ? "" : string.Concat(text.EnumerateRunes()))
        );

    private static Gen<object?> Leaves { get; } =
        Gen.OneOf(
            Texts.Select(text => (object?)text),
            ArbMap.Default.ArbFor<long>().Generator.Select(number => (object?)number),
            ArbMap.Default.ArbFor<double>().Generator.Where(double.IsFinite).Select(number => (object?)number),
            Gen.Elements<object?>(true, false, null, long.MaxValue, long.MinValue, 5.0, 0.1, 1e21, 1e-7, double.MaxValue, double.Epsilon)
        );

    private static Gen<object?> Values(int size) =>
        size <= 0
            ? Leaves
            : Gen.OneOf(Leaves, Values(size / 3).ArrayOf(3).Select(items => (object?)items), Maps(size / 3).Select(map => (object?)map));

    private static Gen<Dictionary<string, object?>> Maps(int size) =>
        from keys in Texts.ArrayOf(3)
        from values in Values(size).ArrayOf(3)
        select keys.Zip(values)
            .DistinctBy(entry => entry.First)
            .ToDictionary(entry => entry.First, entry => entry.Second, StringComparer.Ordinal);

    [Fact]
    public void AnyTextIsReadBackAsItWasWritten() =>
        Prop.ForAll(Texts.ToArbitrary(), text => AssertRoundTrip(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void AnyNestedValueIsReadBackAsItWasWritten() =>
        Prop.ForAll(Gen.Sized(size => Values(Math.Min(size, 30))).ToArbitrary(), value => AssertRoundTrip(value))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void EveryAwkwardTextIsReadBackAsItWasWritten() => Assert.All(Awkward, text => AssertRoundTrip(text));

    private static void AssertRoundTrip(object? value)
    {
        var manifest = Manifest.From(
            "east",
            new Dictionary<string, object?>
            {
                ["apiVersion"] = "v1",
                ["kind"] = "ConfigMap",
                ["metadata"] = new Dictionary<string, object?> { ["name"] = "settings" },
                ["value"] = value,
                ["list"] = new[] { value, new[] { value } },
                ["nested"] = new Dictionary<string, object?> { ["value"] = value },
                [value as string ?? "key"] = "as key",
            }
        );

        var yaml = Text.Of(manifest, manifest);
        var read = ManifestYaml.Read(yaml, "settings.yaml", "east");

        Assert.Equal(2, read.Count);
        Assert.All(read, copy => Assert.True(ManifestValue.AreEqual(manifest.Body, copy.Body), yaml));
    }
}
