using MeshStack.Analysis.Config.Masks;
using MeshStack.Analysis.Config.Mesh;
using MeshStack.Analysis.Config.Objects;
using MeshStack.Analysis.Model;
using MeshStack.Analysis.Topology.Workloads;

namespace MeshStack.Analysis.Topology;

/// <summary>Which of Istio's objects the istiod reads that configures a cluster's proxies: those of another revision it drops.</summary>
/// <remarks>Source: inRevision in pilot/pkg/config/kube/crdclient/client.go and LabelsInRevision in pkg/config/model.go of istio/istio,
/// 1.30.3; unlike those of pods, the labels of objects name no tags.</remarks>
internal sealed class ObjectRevisions
{
    private const string Label = "istio.io/rev";

    private readonly HashSet<string> _inUse;
    private readonly HashSet<string> _there;
    private readonly bool _isShown;
    private readonly bool _isHidden;
    private readonly bool _isOpen;

    /// <param name="istiods">The istiods of the cluster.</param>
    /// <param name="inUse">The revisions that its proxies are of; all where nothing says so.</param>
    /// <param name="isOpen">Whether others may be in use, that masks hide.</param>
    public ObjectRevisions(IReadOnlyList<IstioRevision> istiods, IEnumerable<string> inUse, bool isOpen)
    {
        _isOpen = isOpen;
        _isHidden = istiods.Any(istiod => Mask.IsIn(istiod.Revision));
        _isShown = istiods.Any(istiod => !istiod.IsImplied);
        _there = istiods.Select(istiod => istiod.Revision).ToHashSet(StringComparer.Ordinal);
        _inUse = inUse.Where(_there.Contains).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The revisions by which the namespaces and gateways of a cluster have their proxies.</summary>
    public static IEnumerable<string> InUse(
        InjectionWebhooks webhooks,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> namespaces,
        IEnumerable<IReadOnlyDictionary<string, string>> pods
    )
    {
        Dictionary<string, string> unlabelled = [];
        return namespaces
            .SelectMany(ns => webhooks.Bring(ns.Key, ns.Value, unlabelled).Revisions)
            .Concat(pods.SelectMany(pod => webhooks.Bring("", unlabelled, pod).Revisions))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The objects that count; of those of which that is not known nothing counts as known.</summary>
    /// <param name="manifests">The objects.</param>
    /// <param name="masks">Takes what is not known.</param>
    /// <param name="notes">Takes what does not count.</param>
    public Manifest[] Counting(IReadOnlyList<Manifest> manifests, ClusterMasks masks, List<Finding> notes)
    {
        List<Manifest> counting = new(manifests.Count);
        foreach (var manifest in manifests)
        {
            var (counts, unknown) = Of(manifest);
            if (unknown is not null)
            {
                masks.Hide(manifest, unknown);
            }

            if (counts)
            {
                counting.Add(manifest);
            }
            else
            {
                notes.Add(
                    new(
                        Severity.Warning,
                        ReadingCodes.ObjectOfAnotherRevision,
                        manifest.Cluster,
                        manifest.Reference,
                        "metadata.labels",
                        $"It does not count: istiod reads it where it is of the revision {manifest.Labels()[Label].Text}, and the one that "
                            + $"configures the proxies of {manifest.Cluster} is of another.",
                        manifest.Source
                    )
                );
            }
        }

        return [.. counting];
    }

    // Whether an object counts; the reason where that is not known.
    private (bool Counts, Unreadable? Unknown) Of(Manifest manifest)
    {
        if (
            !manifest.Group.EndsWith(".istio.io", StringComparison.Ordinal)
            || manifest.Group.StartsWith("install.", StringComparison.Ordinal)
            || manifest.Labels()[Label].Text is not { } name
            || Mask.IsIn(name)
        )
        {
            return (true, null);
        }

        var revision = IstioRevision.Named(name);
        return _isHidden ? (true, Unknown(manifest, "that of an istiod is masked"))
            : _there.Count == 0 && revision.Length == 0 ? (true, null)
            : !_there.Contains(revision)
                ? _isShown ? (false, null)
                    : (true, Unknown(manifest, "nothing says whether an istiod is of that revision"))
            : _there.Count == 1 ? (true, null)
            : _inUse.Count == 1 && !_isOpen ? (_inUse.Contains(revision), null)
            : (true, Unknown(manifest, "proxies of the cluster are of several"));
    }

    private static Unreadable Unknown(Manifest manifest, string why) =>
        new(
            $"{manifest.Reference} is for istiod of the revision {manifest.Labels()[Label].Text} ({Label}), and {why}",
            Cause.From(manifest, $"it says {Label}: {manifest.Labels()[Label].Text}")
        );
}
