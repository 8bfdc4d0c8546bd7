using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

// The scenarios of built-in kinds use a Deployment beside those that sdk/ has.
namespace Pulumi.Kubernetes.Apps.V1
{
    public sealed class Deployment(string name, Types.Inputs.Apps.V1.DeploymentArgs? args = null, CustomResourceOptions? options = null)
        : CustomResource("kubernetes:apps/v1:Deployment", name, Complete(args), Complete(options))
    {
        private static Types.Inputs.Apps.V1.DeploymentArgs Complete(Types.Inputs.Apps.V1.DeploymentArgs? args)
        {
            args ??= new();
            args.ApiVersion = "apps/v1";
            args.Kind = "Deployment";
            return args;
        }

        private static CustomResourceOptions Complete(CustomResourceOptions? options) =>
            CustomResourceOptions.Merge(
                new()
                {
                    Version = "4.32.0",
                    Aliases =
                    {
                        new Alias { Type = "kubernetes:apps/v1beta1:Deployment" },
                        new Alias { Type = "kubernetes:apps/v1beta2:Deployment" },
                        new Alias { Type = "kubernetes:extensions/v1beta1:Deployment" },
                    },
                },
                options
            );
    }
}

namespace Pulumi.Kubernetes.Types.Inputs.Apps.V1
{
    public sealed class DeploymentArgs : ResourceArgs
    {
        [Input("apiVersion")]
        public Input<string>? ApiVersion { get; set; }

        [Input("kind")]
        public Input<string>? Kind { get; set; }

        [Input("metadata")]
        public Input<ObjectMetaArgs>? Metadata { get; set; }

        [Input("spec")]
        public Input<DeploymentSpecArgs>? Spec { get; set; }
    }

    public sealed class DeploymentSpecArgs : ResourceArgs
    {
        [Input("replicas")]
        public Input<int>? Replicas { get; set; }

        [Input("selector", required: true)]
        public Input<LabelSelectorArgs> Selector { get; set; } = null!;

        [Input("template", required: true)]
        public Input<PodTemplateSpecArgs> Template { get; set; } = null!;
    }
}

namespace Pulumi.Kubernetes.Types.Inputs.Core.V1
{
    public sealed class PodTemplateSpecArgs : ResourceArgs
    {
        [Input("metadata")]
        public Input<ObjectMetaArgs>? Metadata { get; set; }

        [Input("spec")]
        public Input<PodSpecArgs>? Spec { get; set; }
    }

    public sealed class PodSpecArgs : ResourceArgs
    {
        [Input("containers", required: true)]
        public InputList<ContainerArgs> Containers { get; set; } = [];
    }

    public sealed class ContainerArgs : ResourceArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;

        [Input("image")]
        public Input<string>? Image { get; set; }

        [Input("ports")]
        public InputList<ContainerPortArgs> Ports { get; set; } = [];

        [Input("env")]
        public InputList<EnvVarArgs> Env { get; set; } = [];

        [Input("resources")]
        public Input<ResourceRequirementsArgs>? Resources { get; set; }
    }

    public sealed class ContainerPortArgs : ResourceArgs
    {
        [Input("containerPort", required: true)]
        public Input<int> ContainerPortValue { get; set; } = null!;
    }

    public sealed class EnvVarArgs : ResourceArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;

        [Input("value")]
        public Input<string>? Value { get; set; }
    }

    public sealed class ResourceRequirementsArgs : ResourceArgs
    {
        [Input("limits")]
        public InputMap<string> Limits { get; set; } = [];
    }
}
