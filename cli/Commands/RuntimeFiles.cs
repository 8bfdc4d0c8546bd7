using System.Globalization;

namespace MeshStack.Cli.Commands;

/// <summary>What .NET itself lays into the folder for temporary files: places at which debuggers find the process.</summary>
/// <remarks>It takes them away where a process ends by itself, and not where a signal ends it.</remarks>
internal static class RuntimeFiles
{
    public static void Remove()
    {
        foreach (var kind in new[] { "dotnet-diagnostic", "clr-debug-pipe" })
        {
            var own = string.Create(CultureInfo.InvariantCulture, $"{kind}-{Environment.ProcessId}-*");
            foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), own))
            {
                File.Delete(file);
            }
        }
    }
}
