using System.Text;

namespace MeshStack.Manifests;

/// <summary>Rules on WebAssembly modules, of a WasmPlugin or a TrafficExtension.</summary>
internal static class WasmRules
{
    private const int LongestSecret = 253;
    private const int LongestName = 256;
    private const int DigestLength = 64;

    private static readonly string[] Kinds = ["TrafficExtension", "WasmPlugin"];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "wasm-url",
            Severity.Error,
            Kinds,
            "A module has a URL of oci, http, https or file, or one without a scheme.",
            "The proxy cannot download the module from there.",
            "Write a URL of oci, https, http or file.",
            Url
        ),
        new(
            "wasm-digest",
            Severity.Error,
            Kinds,
            "sha256 is 64 digits of hexadecimal, in lower case.",
            "No module has such a checksum, so the proxy would refuse every download.",
            "Write the 64 hexadecimal digits of the SHA-256, in lower case.",
            Digest
        ),
        new(
            "wasm-name",
            Severity.Error,
            Kinds,
            "A plugin's name and that of its pull secret are not too long.",
            "Kubernetes has no secret of that length, and Envoy no name.",
            "Shorten it.",
            Name
        ),
        new(
            "wasm-environment",
            Severity.Error,
            Kinds,
            "A variable of the module's machine has a name, each once, and a value only where it is given inline.",
            "A machine has one value per variable, and that of the host is taken from the proxy's environment.",
            "Give each variable a name, once, and a value only where it is not the host's.",
            Environment
        ),
    ];

    // Go measures texts in bytes of UTF-8, and so does istiod.
    private static int Length(string text) => Encoding.UTF8.GetByteCount(text);

    private static Field Of(Subject subject) => subject.Kind == "WasmPlugin" ? subject.Spec : subject.Spec["wasm"];

    private static IEnumerable<Problem> Url(Subject subject)
    {
        var module = Of(subject);
        var url = module["url"].Text ?? "";
        if (!module.Exists || Placeholder.IsIn(url))
        {
            yield break;
        }

        if (url.Length == 0)
        {
            yield return new(module["url"], "The module has no url; give it, such as oci://registry.example.com/filter:1.0.");
        }
        else if ((RequestUrl.Scheme(url) ?? RequestUrl.Scheme("http://" + url)) is not ("" or "oci" or "http" or "https" or "file"))
        {
            yield return new(
                module["url"],
                $"\"{url}\" is no URL of a module; its scheme is oci, http, https or file, or it has none and is oci."
            );
        }
    }

    private static IEnumerable<Problem> Digest(Subject subject)
    {
        var digest = Of(subject)["sha256"];
        if (
            digest.Text is { Length: > 0 } text
            && !Placeholder.IsIn(text)
            && (text.Length != DigestLength || !text.All(char.IsAsciiHexDigitLower))
        )
        {
            yield return new(digest, $"\"{text}\" is no SHA-256; it is {DigestLength} digits of hexadecimal, in lower case.");
        }
    }

    private static IEnumerable<Problem> Name(Subject subject)
    {
        foreach (var (key, longest) in new[] { ("imagePullSecret", LongestSecret), ("pluginName", LongestName) })
        {
            var field = Of(subject)[key];
            if (field.Text is { } text && Length(text) is var length && length > longest)
            {
                yield return new(field, $"{key} has {length} bytes; it has at most {longest}.");
            }
        }
    }

    private static IEnumerable<Problem> Environment(Subject subject)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var variable in Of(subject)["vmConfig"]["env"].Items)
        {
            var name = variable["name"];
            if (name.Text is not { Length: > 0 } text || Length(text) > LongestName)
            {
                yield return new(name, $"The variable's name is empty or longer than {LongestName} bytes.");
            }
            else if (!seen.Add(text))
            {
                yield return new(name, $"The variable {text} is given already; each is given once.");
            }

            if (variable["valueFrom"].Text is "HOST" && variable["value"].HasContent)
            {
                yield return new(variable["value"], $"The variable {name.Text} comes from the host and has a value; leave the value out.");
            }
        }
    }
}
