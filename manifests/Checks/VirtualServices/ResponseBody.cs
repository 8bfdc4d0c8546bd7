using System.Text;

namespace MeshStack.Manifests;

/// <summary>The body of a direct response, in bytes.</summary>
internal static class ResponseBody
{
    public const int Large = 100 * 1024;
    public const int Largest = 1024 * 1024;

    public static int Size(Field response)
    {
        var body = response["body"];
        return body["string"].Text is { } text ? Encoding.UTF8.GetByteCount(text) : (body["bytes"].Text?.TrimEnd('=').Length ?? 0) * 3 / 4;
    }
}
