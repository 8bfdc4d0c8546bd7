namespace MeshStack.Offline.Rendering;

/// <summary>The Helm releases of one cluster as a helmfile with a values file per release.</summary>
internal static class Helmfile
{
    public const string FileName = "helmfile.yaml";

    /// <summary>The folder of the values files; no namespace begins with an underscore.</summary>
    public const string ValuesFolder = "_helm";

    public static void Add(FileTree files, string root, RecordedCluster cluster)
    {
        if (cluster.HelmReleases.IsEmpty)
        {
            return;
        }

        var repositories = new Repositories(cluster.HelmReleases);
        var names = new SafeNames();
        var releases = new List<object>();
        foreach (var release in cluster.HelmReleases)
        {
            var values = release.Values.Count == 0 ? null : $"{ValuesFolder}/{names.Next($"{release.Namespace}-{release.Name}".ToLowerInvariant())}.yaml";
            releases.Add(Release(release, repositories.ChartOf(release), values));
            if (values is not null)
            {
                files.Add($"{root}/{values}", writer => YamlText.Write(writer, release.Values));
            }
        }

        var helmfile = new Dictionary<string, object?>();
        if (cluster.Context is not null)
        {
            helmfile["helmDefaults"] = new Dictionary<string, object?> { ["kubeContext"] = cluster.Context };
        }

        if (repositories.All.Count > 0)
        {
            helmfile["repositories"] = repositories.All;
        }

        helmfile["releases"] = releases;
        files.Add($"{root}/{FileName}", writer => YamlText.Write(writer, helmfile));
    }

    private static Dictionary<string, object?> Release(HelmRelease release, string chart, string? values)
    {
        var entry = new Dictionary<string, object?> { ["name"] = release.Name, ["namespace"] = release.Namespace, ["createNamespace"] = release.CreateNamespace, ["chart"] = chart };
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
