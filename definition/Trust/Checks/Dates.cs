using System.Globalization;

namespace MeshStack.Definition;

/// <summary>Days in UTC.</summary>
internal static class Dates
{
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
