using Pulumi;

namespace MeshStack.Istio;

public sealed partial class TrafficExtensionSpecArgs
{
    /// <summary>An extension in WebAssembly.</summary>
    public static TrafficExtensionSpecArgs FromWasm(Input<WasmExtensionArgs> wasm) => new() { Wasm = wasm };

    /// <summary>An extension in Lua.</summary>
    public static TrafficExtensionSpecArgs FromLua(Input<string> inlineCode) =>
        new() { Lua = new LuaExtensionArgs { InlineCode = inlineCode } };
}
