namespace MeshStack.Rendering.Folders;

/// <summary>What is in Istio's own secrets, for whoever fills them in.</summary>
internal static class SecretMeaning
{
    /// <summary>What an object holds, in a sentence; empty where nothing is known of it.</summary>
    public static string Of(object? content)
    {
        if (
            content is not IReadOnlyDictionary<string, object?> body
            || Field.From(body) is not { } secret
            || secret["kind"].Text != "Secret"
        )
        {
            return "";
        }

        var metadata = secret["metadata"];
        if (metadata["labels"]["istio/multiCluster"].Text == "true")
        {
            var clusters = string.Join(", ", secret["stringData"].Entries.Select(entry => RenderingReadme.Plain(entry.Name)));
            return $"a kubeconfig by which istiod reads {clusters}: the address of its API server as pods here reach it, its CA, and the "
                + "token of a service account there; "
                + $"`istioctl create-remote-secret --context=CONTEXT --name=CLUSTER` prints one";
        }

        return (metadata["name"].Text, secret["type"].Text) switch
        {
            ("cacerts", _) =>
                "the cluster's own intermediate CA, its key, the chain from it to the root, and the root, which is the same in every "
                    + "cluster (https://istio.io/latest/docs/tasks/security/cert-management/plugin-ca-cert/)",
            ("istio-kubeconfig", _) =>
                "a kubeconfig by which the istiod here reads the cluster that holds its configuration; `istioctl create-remote-secret "
                    + "--type=config` prints one",
            (_, "kubernetes.io/tls") => "a certificate with its chain, and its key, PEM",
            _ => "",
        };
    }
}
