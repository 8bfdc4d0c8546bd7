using MeshStack.Manifests;
using Pulumi;
using Pulumi.Kubernetes;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;
using Pulumi.Kubernetes.Yaml.V2;

namespace MeshStack.Registration;

/// <summary>Helm releases and the providers of clusters.</summary>
internal static class ReleaseKinds
{
    /// <summary>The resource; null where it is neither.</summary>
    public static Resource? Create(PlannedResource planned, CustomResourceOptions options, EngineValues values) =>
        planned.Key.Type switch
        {
            PulumiTypes.HelmRelease => new Release(planned.Key.Name, ReleaseOf(planned.Inputs, values), options),
            PulumiTypes.KubernetesProvider => new Provider(planned.Key.Name, ProviderOf(planned.Inputs, values), options),
            _ => null,
        };

    /// <summary>A file of objects that the provider fetches and applies.</summary>
    public static ConfigFile File(PlannedResource planned, ComponentResourceOptions options) =>
        new(planned.Key.Name, new ConfigFileArgs { File = (string)planned.Inputs["file"] }, options);

    private static ReleaseArgs ReleaseOf(IReadOnlyDictionary<string, object> inputs, EngineValues values)
    {
        var release = new ReleaseArgs
        {
            Chart = (string)inputs["chart"],
            Name = (string)inputs["name"],
            Namespace = (string)inputs["namespace"],
            Version = (string)inputs["version"],
            Timeout = Convert.ToInt32(inputs["timeout"], System.Globalization.CultureInfo.InvariantCulture),
            Values = EngineTree.Map(inputs["values"], values),
        };
        if (inputs.TryGetValue("repositoryOpts", out var repository))
        {
            release.RepositoryOpts = new RepositoryOptsArgs { Repo = (string)CustomKinds.Tree(repository)["repo"] };
        }

        return release;
    }

    private static ProviderArgs ProviderOf(IReadOnlyDictionary<string, object> inputs, EngineValues values)
    {
        var provider = new ProviderArgs
        {
            EnableServerSideApply = (bool)inputs["enableServerSideApply"],
            EnablePatchForce = (bool)inputs["enablePatchForce"],
            EnableSecretMutable = (bool)inputs["enableSecretMutable"],
            SkipUpdateUnreachable = (bool)inputs["skipUpdateUnreachable"],
            ClusterIdentifier = (string)inputs["clusterIdentifier"],

            // Its own default is the path in KUBECONFIG, which would stand in the state, and is another one on every machine.
            // The provider reads that variable itself where it is told nothing.
            KubeConfig = null,
        };
        if (inputs.ContainsKey("upsertExistingObjects"))
        {
            provider.UpsertExistingObjects = true;
        }

        if (inputs.TryGetValue("context", out var context))
        {
            provider.Context = (string)context;
        }

        if (inputs.TryGetValue("kubeconfig", out var kubeConfig))
        {
            provider.KubeConfig = EngineTree.Text(kubeConfig, values);
        }

        return provider;
    }
}
