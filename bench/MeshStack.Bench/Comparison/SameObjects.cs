using MeshStack.Manifests;

namespace MeshStack.Bench.Comparison;

/// <summary>Holds both sides of the benchmark to the same work.</summary>
internal static class SameObjects
{
    /// <summary>The number of objects.</summary>
    /// <exception cref="BenchException">One side has an object more than the other, or another.</exception>
    public static int Require(IReadOnlyList<Manifest> product, IReadOnlyList<Manifest> peer)
    {
        if (product.Count == 0 || product.Count != peer.Count)
        {
            throw new BenchException($"the preview makes {product.Count} objects, cdk8s {peer.Count}");
        }

        foreach (var (ours, theirs) in product.Zip(peer))
        {
            if (Manifest.Order.Compare(ours, theirs) != 0)
            {
                throw new BenchException(
                    $"the preview makes {ours.Cluster} {ours.Reference} where cdk8s makes {theirs.Cluster} {theirs.Reference}"
                );
            }

            if (!ManifestValue.AreEqual(ours.Body, theirs.Body))
            {
                throw new BenchException($"{ours.Cluster} {ours.Reference} differs:\n{Text(ours)}\ncdk8s makes:\n{Text(theirs)}");
            }
        }

        return product.Count;
    }

    private static string Text(Manifest manifest)
    {
        var text = new StringWriter();
        ManifestYaml.Write(text, [manifest]);
        return text.ToString();
    }
}
