namespace MeshStack.Manifests;

/// <summary>Rules on WorkloadGroups.</summary>
internal static class WorkloadGroupRules
{
    private static readonly string[] Methods = ["httpGet", "tcpSocket", "exec"];

    private static readonly string[] Counters =
    [
        "periodSeconds",
        "initialDelaySeconds",
        "timeoutSeconds",
        "successThreshold",
        "failureThreshold",
    ];

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "workload-group-template",
            Severity.Error,
            "WorkloadGroup",
            "A WorkloadGroup has a template.",
            "There is nothing to make the WorkloadEntries of when a workload joins.",
            "Give template, with at least {}.",
            Template
        ),
        new(
            "workload-group-labels",
            Severity.Error,
            "WorkloadGroup",
            "Labels are Kubernetes labels.",
            "Workloads that join could not be given such labels, so no service would select them.",
            "Write keys and values as Kubernetes takes them.",
            GroupLabels
        ),
        new(
            "workload-group-probe",
            Severity.Error,
            "WorkloadGroup",
            "A probe has one of httpGet, tcpSocket and exec, with a port or a command, and no negative times and thresholds.",
            "The proxy of a workload would not know how to look whether it is healthy.",
            "Give one of httpGet, tcpSocket and exec, with a port or a command, and no negative numbers.",
            Probe
        ),
    ];

    private static IEnumerable<Problem> Template(Subject subject)
    {
        if (!subject.Spec["template"].Exists)
        {
            yield return new(
                subject.Spec["template"],
                "The WorkloadGroup has no template; give what its WorkloadEntries have in common, or {}."
            );
        }
    }

    private static IEnumerable<Problem> GroupLabels(Subject subject) => Labels.Check(subject.Spec["metadata"]["labels"]);

    private static IEnumerable<Problem> Probe(Subject subject)
    {
        var probe = subject.Spec["probe"];
        if (!probe.Exists)
        {
            yield break;
        }

        foreach (var counter in Counters.Select(key => probe[key]).Where(counter => counter.Integer < 0))
        {
            yield return new(counter, $"{counter.Name} is {counter.Integer}; it is 0 or more.");
        }

        var (http, tcp, exec) = (probe["httpGet"], probe["tcpSocket"], probe["exec"]);
        if (!http.Exists && !tcp.Exists && !exec.Exists)
        {
            yield return new(
                probe,
                probe["grpc"].Exists
                    ? "The probe is a grpc one, which istiod does not take; give httpGet, tcpSocket or exec."
                    : $"The probe has no way to look; give one of {string.Join(", ", Methods)}."
            );
        }

        foreach (var socket in new[] { http, tcp }.Where(socket => socket.Exists))
        {
            foreach (var problem in PortNumber.CheckGiven(socket["port"], "The probe's port"))
            {
                yield return problem;
            }
        }

        if (http["scheme"].Text is { Length: > 0 } scheme and not ("HTTP" or "HTTPS") && !Placeholder.IsIn(scheme))
        {
            yield return new(http["scheme"], $"The probe's scheme is {scheme}; it is HTTP or HTTPS.");
        }

        foreach (var name in http["httpHeaders"].Items.Select(header => header["name"]))
        {
            if (!HeaderName.IsOfProbe(name.Text ?? "") && !Placeholder.IsIn(name.Text ?? ""))
            {
                yield return new(name, $"\"{name.Text}\" is no header of a probe; it is letters, digits and '-'.");
            }
        }

        if (exec.Exists && !exec["command"].HasContent)
        {
            yield return new(exec, "The probe has no command; give it with its arguments.");
        }
    }
}
