using System.CommandLine;
using MeshStack.Manifests;

namespace MeshStack.Cli.Commands;

/// <summary>An option that takes a version of Istio, and none that nothing is known of.</summary>
internal sealed class IstioVersionOption : Option<string?>
{
    public IstioVersionOption(string name)
        : base(name)
    {
        HelpName = "VERSION";
        Validators.Add(result =>
        {
            // An empty text is said of every option in one way.
            if (result.Tokens is [{ Value: { Length: > 0 } version }] && !IstioCrds.TryFor(version, out _))
            {
                result.AddError($"{name}: '{version}' is not known; known are {string.Join(", ", IstioCrds.Versions)} and their patches");
            }
        });
    }
}
