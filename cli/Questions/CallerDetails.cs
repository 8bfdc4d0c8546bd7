using System.Net;
using MeshStack.Analysis.Model;

namespace MeshStack.Cli.Questions;

/// <summary>Reads what a question says of its caller besides the name.</summary>
internal sealed class CallerDetails(List<string> problems)
{
    /// <summary>The caller with its details; null where there is none.</summary>
    public Caller? Of(Caller? caller, QuestionText text)
    {
        if (text.SourceAddress is { } source && !IPAddress.TryParse(source, out _))
        {
            problems.Add($"--source-ip: '{source}' is not an IP address");
        }

        if (text is { As: not null, HasSidecar: { } has } && has != (text.As == "mesh"))
        {
            problems.Add($"--sidecar: --as {text.As} is a caller {(has ? "without" : "with")} one");
        }

        return caller switch
        {
            Caller.Outside outside => Of(outside, text),
            Caller.InMesh workload => Of(workload, text),
            _ => null,
        };
    }

    private Caller.Outside Of(Caller.Outside caller, QuestionText text)
    {
        Refuse(
            "is for a workload, and the caller is outside",
            ("--sidecar", text.HasSidecar is not null),
            ("--as", text.As is not null),
            ("--label", text.Labels.Length > 0),
            ("--trust-domain", text.TrustDomain is not null)
        );
        if (text.Address is { } address && !IPAddress.TryParse(address, out _))
        {
            problems.Add($"--address: '{address}' is not an IP address");
        }

        var gateway = text.Gateway?.Split('/');
        if (gateway is not (null or [{ Length: > 0 }] or [{ Length: > 0 }, { Length: > 0 }]))
        {
            problems.Add($"--gateway: '{text.Gateway}' is not [NAMESPACE/]NAME");
        }

        return new(caller.Cluster)
        {
            Address = text.Address,
            SourceAddress = text.SourceAddress,
            HasCertificate = text.HasCertificate,
            GatewayNamespace = gateway is [var ns, _] ? ns : null,
            Gateway = gateway?[^1],
        };
    }

    private Caller.InMesh Of(Caller.InMesh caller, QuestionText text)
    {
        Refuse(
            "is for a client outside, and the caller is a workload",
            ("--certificate", text.HasCertificate),
            ("--address", text.Address is not null),
            ("--gateway", text.Gateway is not null)
        );
        var labels = NamedValues.Read("--label", text.Labels, problems);
        return new(caller.Cluster, caller.Namespace, caller.ServiceAccount)
        {
            HasSidecar = text.As is { } network ? network == "mesh" : text.HasSidecar,
            SourceAddress = text.SourceAddress,
            Labels =
                labels.Count == 0
                    ? null
                    : labels
                        .GroupBy(label => label.Name, StringComparer.Ordinal)
                        .ToDictionary(label => label.Key, label => label.Last().Value, StringComparer.Ordinal),
            TrustDomain = text.TrustDomain,
        };
    }

    private void Refuse(string why, params ReadOnlySpan<(string Option, bool IsGiven)> options)
    {
        foreach (var (option, isGiven) in options)
        {
            if (isGiven)
            {
                problems.Add($"{option}: it {why}");
            }
        }
    }
}
