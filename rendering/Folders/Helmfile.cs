namespace MeshStack.Rendering.Folders;

/// <summary>The Helm releases of one step as a helmfile with a values file per release.</summary>
internal static class Helmfile
{
    public const string FileName = "helmfile.yaml";

    /// <summary>The folder of the values files; no namespace begins with an underscore.</summary>
    public const string ValuesFolder = "_helm";

    /// <summary>Adds the releases of a step; their values files, with what they hold.</summary>
    public static IReadOnlyList<(string File, object? Content)> Add(FileTree files, string root, RenderingStep step)
    {
        var repositories = new Repositories(step.Releases);
        var names = new SafeNames();
        var releases = new List<object>();
        var written = new List<(string, object?)>();
        var here = step.Releases.Select(release => release.Reference).ToHashSet(StringComparer.Ordinal);
        foreach (var release in step.Releases)
        {
            var values =
                release.Values.Count == 0
                    ? null
                    : $"{ValuesFolder}/{names.Next($"{release.Namespace}-{release.Name}".ToLowerInvariant())}.yaml";

            // helmfile refuses the needs of releases that it does not know; those of earlier steps are there already.
            releases.Add(Release(release with { Needs = [.. release.Needs.Where(here.Contains)] }, repositories.ChartOf(release), values));
            if (values is not null)
            {
                written.Add(($"{root}/{values}", release.Values));
                files.Add($"{root}/{values}", writer => YamlText.Write(writer, release.Values));
            }
        }

        var helmfile = new Dictionary<string, object?>();
        if (step.Cluster.Context is not null)
        {
            helmfile["helmDefaults"] = new Dictionary<string, object?> { ["kubeContext"] = step.Cluster.Context };
        }

        if (repositories.All.Count > 0)
        {
            helmfile["repositories"] = repositories.All;
        }

        helmfile["releases"] = releases;
        files.Add($"{root}/{FileName}", writer => YamlText.Write(writer, helmfile));
        return written;
    }

    private static Dictionary<string, object?> Release(HelmRelease release, string chart, string? values)
    {
        var entry = new Dictionary<string, object?>
        {
            ["name"] = release.Name,
            ["namespace"] = release.Namespace,
            ["createNamespace"] = release.CreateNamespace,
            ["chart"] = chart,
        };
        Set("version", release.Version);
        Set("needs", release.Needs.IsEmpty ? null : release.Needs.ToArray());
        Set("atomic", release.Atomic ? true : null);
        entry["wait"] = !release.SkipAwait;
        Set("skipCrds", release.SkipCrds ? true : null);
        Set("timeout", release.Timeout);
        Set("values", values is null ? null : new[] { values });
        return entry;

        void Set(string key, object? value)
        {
            if (value is not null)
            {
                entry[key] = value;
            }
        }
    }
}
