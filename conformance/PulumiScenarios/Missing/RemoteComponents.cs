using System.Collections.Immutable;
using Pulumi.Kubernetes.Types.Inputs.Helm.V4;
using Pulumi.Kubernetes.Types.Inputs.Yaml.V2;

// The scenarios of components that the provider makes use two more of them.
namespace Pulumi.Kubernetes.Helm.V4
{
    public sealed class Chart(string name, ChartArgs? args = null, ComponentResourceOptions? options = null)
        : ComponentResource("kubernetes:helm.sh/v4:Chart", name, args ?? new(), options, remote: true);
}

namespace Pulumi.Kubernetes.Yaml.V2
{
    public sealed class ConfigGroup(string name, ConfigGroupArgs? args = null, ComponentResourceOptions? options = null)
        : ComponentResource("kubernetes:yaml/v2:ConfigGroup", name, args ?? new(), options, remote: true)
    {
        [Output("resources")]
        public Output<ImmutableArray<object>> Resources { get; private set; } = null!;
    }
}

namespace Pulumi.Kubernetes.Types.Inputs.Helm.V4
{
    public sealed class ChartArgs : ResourceArgs
    {
        [Input("chart", required: true)]
        public Input<string> Chart { get; set; } = null!;

        [Input("name")]
        public Input<string>? Name { get; set; }

        [Input("namespace")]
        public Input<string>? Namespace { get; set; }

        [Input("version")]
        public Input<string>? Version { get; set; }

        [Input("skipCrds")]
        public Input<bool>? SkipCrds { get; set; }

        [Input("repositoryOpts")]
        public Input<RepositoryOptsArgs>? RepositoryOpts { get; set; }

        [Input("values")]
        private InputMap<object>? _values;

        public InputMap<object> Values
        {
            get => _values ??= [];
            set => _values = value;
        }
    }

    public sealed class RepositoryOptsArgs : ResourceArgs
    {
        [Input("repo")]
        public Input<string>? Repo { get; set; }

        [Input("password")]
        public Input<string>? Password { get; set; }
    }
}

namespace Pulumi.Kubernetes.Types.Inputs.Yaml.V2
{
    public sealed class ConfigGroupArgs : ResourceArgs
    {
        [Input("yaml")]
        public Input<string>? Yaml { get; set; }

        [Input("resourcePrefix")]
        public Input<string>? ResourcePrefix { get; set; }

        [Input("skipAwait")]
        public Input<bool>? SkipAwait { get; set; }

        [Input("files")]
        private InputList<string>? _files;

        [Input("objs")]
        private InputList<object>? _objs;

        public InputList<string> Files
        {
            get => _files ??= [];
            set => _files = value;
        }

        public InputList<object> Objs
        {
            get => _objs ??= [];
            set => _objs = value;
        }
    }
}
