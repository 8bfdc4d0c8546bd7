using System.Globalization;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Topology;

namespace MeshStack.Analysis.Tests.Access.Masks;

/// <summary>
/// One value, however deep, of what a snapshot is made of, and what the snapshot is made of with another value in its place.
/// </summary>
/// <param name="Kind">The kind of the object and the path, without the places in lists.</param>
/// <param name="Path">Where it stands.</param>
/// <param name="Value">The value.</param>
/// <param name="With">The sources with another value.</param>
internal sealed record MaskedField(string Kind, string Path, object? Value, Func<object?, SnapshotSources> With)
{
    public const string Mask = "[secret]";

    /// <summary>
    /// Every value of objects, releases, settings and declared workloads that may be masked: an object has a name in any case.
    /// </summary>
    public static IEnumerable<MaskedField> Of(SnapshotSources sources) =>
        [
            .. sources.Manifests.SelectMany(
                (manifest, index) =>
                    Below(
                        manifest.Kind,
                        manifest.Reference,
                        manifest.Body,
                        body =>
                            sources with
                            {
                                Manifests =
                                [
                                    .. sources.Manifests.Select(
                                        (one, place) =>
                                            place == index ? Manifest.From(one.Cluster, (IReadOnlyDictionary<string, object?>)body!) : one
                                    ),
                                ],
                            }
                    )
            ),
            .. sources.Releases.SelectMany(
                (release, index) =>
                    Below(
                        $"release {release.Chart}",
                        release.Name,
                        release.Values,
                        values =>
                            sources with
                            {
                                Releases =
                                [
                                    .. sources.Releases.Select(
                                        (one, place) =>
                                            place == index ? one with { Values = (IReadOnlyDictionary<string, object?>)values! } : one
                                    ),
                                ],
                            }
                    )
            ),
            .. sources.Settings.SelectMany(cluster =>
                OfSettings(
                    cluster.Key,
                    cluster.Value,
                    settings =>
                        sources with
                        {
                            Settings = sources.Settings.ToDictionary(one => one.Key, one => one.Key == cluster.Key ? settings : one.Value),
                        }
                )
            ),
            .. sources.Workloads.SelectMany(
                (workload, index) =>
                    OfWorkload(
                        workload,
                        other => sources with { Workloads = [.. sources.Workloads.Select((one, place) => place == index ? other : one)] }
                    )
            ),
        ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} at {Path}");

    private static IEnumerable<MaskedField> Below(string kind, string path, object? value, Func<object?, SnapshotSources> with) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> map => map.SelectMany(entry =>
                At(
                    $"{kind} {entry.Key}",
                    $"{path}.{entry.Key}",
                    entry.Value,
                    other => with(map.ToDictionary(one => one.Key, one => one.Key == entry.Key ? other : one.Value))
                )
            ),
            IReadOnlyList<object?> list => list.SelectMany(
                (item, index) =>
                    At(
                        $"{kind} []",
                        $"{path}[{index}]",
                        item,
                        other => with(list.Select((one, place) => place == index ? other : one).ToArray())
                    )
            ),
            _ => [],
        };

    private static IEnumerable<MaskedField> At(string kind, string path, object? value, Func<object?, SnapshotSources> with) =>
        value is null ? []
        : path.EndsWith(".metadata", StringComparison.Ordinal) && !kind.Contains(" spec ", StringComparison.Ordinal)
            ? Below(kind, path, value, with)
        : Below(kind, path, value, with).Prepend(new MaskedField(kind, path, value, with));

    private static IEnumerable<MaskedField> OfSettings(
        string cluster,
        ClusterSettings settings,
        Func<ClusterSettings, SnapshotSources> with
    )
    {
        IEnumerable<MaskedField> Text(string key, string? text, Func<string, ClusterSettings> changed) =>
            text is null ? [] : [new($"settings {key}", $"{cluster}.{key}", text, other => with(changed((string)other!)))];
        IEnumerable<MaskedField> Texts(string key, IReadOnlyList<string>? texts, Func<string[], ClusterSettings> changed) =>
            (texts ?? []).Select(
                (text, index) =>
                    new MaskedField(
                        $"settings {key} []",
                        $"{cluster}.{key}[{index}]",
                        text,
                        other => with(changed([.. texts!.Select((one, place) => place == index ? (string)other! : one)]))
                    )
            );
        return
        [
            .. Text("network", settings.Network, text => settings with { Network = text }),
            .. Text("trustDomain", settings.TrustDomain, text => settings with { TrustDomain = text }),
            .. Text("rootNamespace", settings.RootNamespace, text => settings with { RootNamespace = text }),
            .. Text("outboundTrafficPolicy", settings.OutboundTrafficPolicy, text => settings with { OutboundTrafficPolicy = text }),
            .. Texts("trustDomainAliases", settings.TrustDomainAliases, texts => settings with { TrustDomainAliases = texts }),
            .. Texts("caTrustDomains", settings.CaTrustDomains, texts => settings with { CaTrustDomains = texts }),
            .. Texts("remoteSecretsTo", settings.RemoteSecretsTo, texts => settings with { RemoteSecretsTo = texts }),
        ];
    }

    private static IEnumerable<MaskedField> OfWorkload(DeclaredWorkload workload, Func<DeclaredWorkload, SnapshotSources> with) =>
        workload
            .Labels.Select(label => new MaskedField(
                $"workload labels {label.Key}",
                $"{workload.Namespace}/{workload.Name}.labels.{label.Key}",
                label.Value,
                other =>
                    with(
                        workload with
                        {
                            Labels = workload.Labels.ToDictionary(one => one.Key, one => one.Key == label.Key ? (string)other! : one.Value),
                        }
                    )
            ))
            .Append(
                new(
                    "workload serviceAccount",
                    $"{workload.Namespace}/{workload.Name}.serviceAccount",
                    workload.ServiceAccount,
                    other => with(workload with { ServiceAccount = (string)other! })
                )
            );
}
