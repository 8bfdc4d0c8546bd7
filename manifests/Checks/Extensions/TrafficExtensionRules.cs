namespace MeshStack.Manifests;

/// <summary>Rules on what a TrafficExtension runs and where.</summary>
internal static class TrafficExtensionRules
{
    private const int LongestCode = 64 * 1024;

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "traffic-extension-one-of",
            Severity.Error,
            "TrafficExtension",
            "A TrafficExtension runs wasm or lua, not both.",
            "An extension runs one thing, so it would be open which is meant, or there is nothing to run.",
            "Keep wasm or lua.",
            OneOf
        ),
        new(
            "traffic-extension-lua",
            Severity.Error,
            "TrafficExtension",
            "Lua code is given, in at most 64 KiB.",
            "There is no code to run, or too much of it to send to every proxy.",
            "Give inlineCode of at most 64 KiB.",
            Lua
        ),
        new(
            "extension-port",
            Severity.Error,
            ["TrafficExtension", "WasmPlugin"],
            "A match of an extension names ports from 1 to 65535.",
            "No listener has that port, so the extension would never run there.",
            "Write a port from 1 to 65535, or leave ports out for all.",
            Port
        ),
    ];

    private static IEnumerable<Problem> OneOf(Subject subject)
    {
        var (wasm, lua) = (subject.Spec["wasm"].Exists, subject.Spec["lua"].Exists);
        if (wasm == lua)
        {
            yield return new(
                subject.Spec,
                $"The TrafficExtension has {(wasm ? "wasm and lua" : "neither wasm nor lua")}; it has one of them."
            );
        }
    }

    private static IEnumerable<Problem> Lua(Subject subject)
    {
        var code = subject.Spec["lua"]["inlineCode"];
        if (subject.Spec["lua"].Exists && !code.HasContent)
        {
            yield return new(code, "The Lua code is empty; give inlineCode.");
        }
        else if (code.Text is { } text && System.Text.Encoding.UTF8.GetByteCount(text) is > LongestCode and var bytes)
        {
            yield return new(code, $"The Lua code has {bytes} bytes; it has at most {LongestCode}.");
        }
    }

    private static IEnumerable<Problem> Port(Subject subject) =>
        subject
            .Spec["match"]
            .Items.SelectMany(match => match["ports"].Items)
            .SelectMany(port => PortNumber.CheckGiven(port["number"], "The matched port"));
}
