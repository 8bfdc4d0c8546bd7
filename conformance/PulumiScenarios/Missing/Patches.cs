using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

// The scenarios of patches use those of other kinds beside namespaces.
namespace Pulumi.Kubernetes.Core.V1
{
    public sealed class ConfigMapPatch(string name, ConfigMapPatchArgs? args = null)
        : CustomResource("kubernetes:core/v1:ConfigMapPatch", name, Complete(args), null)
    {
        private static ConfigMapPatchArgs Complete(ConfigMapPatchArgs? args)
        {
            args ??= new();
            args.ApiVersion = "v1";
            args.Kind = "ConfigMap";
            return args;
        }
    }

    public sealed class ServicePatch(string name, ServicePatchArgs? args = null)
        : CustomResource("kubernetes:core/v1:ServicePatch", name, Complete(args), null)
    {
        private static ServicePatchArgs Complete(ServicePatchArgs? args)
        {
            args ??= new();
            args.ApiVersion = "v1";
            args.Kind = "Service";
            return args;
        }
    }
}

namespace Pulumi.Kubernetes.Types.Inputs.Core.V1
{
    public sealed class ConfigMapPatchArgs : ResourceArgs
    {
        [Input("apiVersion")]
        public Input<string>? ApiVersion { get; set; }

        [Input("kind")]
        public Input<string>? Kind { get; set; }

        [Input("metadata")]
        public Input<ObjectMetaPatchArgs>? Metadata { get; set; }

        [Input("data")]
        public InputMap<string> Data { get; set; } = [];
    }

    public sealed class ServicePatchArgs : ResourceArgs
    {
        [Input("apiVersion")]
        public Input<string>? ApiVersion { get; set; }

        [Input("kind")]
        public Input<string>? Kind { get; set; }

        [Input("spec")]
        public Input<ServiceSpecPatchArgs>? Spec { get; set; }
    }

    public sealed class ServiceSpecPatchArgs : ResourceArgs
    {
        [Input("ports")]
        public InputList<ServicePortPatchArgs> Ports { get; set; } = [];
    }

    public sealed class ServicePortPatchArgs : ResourceArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }
    }
}

namespace Pulumi.Kubernetes.ApiExtensions
{
    public abstract class CustomResourcePatchArgs(string apiVersion, string kind) : ResourceArgs
    {
        [Input("apiVersion")]
        public Input<string> ApiVersion { get; } = apiVersion;

        [Input("kind")]
        public Input<string> Kind { get; } = kind;

        [Input("metadata")]
        public Input<ObjectMetaArgs>? Metadata { get; set; }

        internal string Token { get; } = $"kubernetes:{apiVersion}:{kind}Patch";
    }

    public class CustomResourcePatch(string name, CustomResourcePatchArgs args, CustomResourceOptions? options = null)
        : Pulumi.CustomResource(args.Token, name, args, options);
}
