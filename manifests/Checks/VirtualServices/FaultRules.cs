namespace MeshStack.Manifests;

/// <summary>Rules on injected faults.</summary>
internal static class FaultRules
{
    private const double SmallestShare = 0.0001;

    private static readonly string[] AbortKinds = ["httpStatus", "grpcStatus", "http2Error"];

    private static readonly HashSet<string> GrpcStatuses = new(StringComparer.Ordinal)
    {
        "OK",
        "CANCELLED",
        "UNKNOWN",
        "INVALID_ARGUMENT",
        "DEADLINE_EXCEEDED",
        "NOT_FOUND",
        "ALREADY_EXISTS",
        "PERMISSION_DENIED",
        "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION",
        "ABORTED",
        "OUT_OF_RANGE",
        "UNIMPLEMENTED",
        "INTERNAL",
        "UNAVAILABLE",
        "DATA_LOSS",
        "UNAUTHENTICATED",
    };

    public static IReadOnlyList<IstioRule> All { get; } =
    [
        new(
            "fault-empty",
            Severity.Error,
            "VirtualService",
            "A fault delays or aborts.",
            "Neither an abort nor a delay is given, so nothing would be injected.",
            "Give abort or delay, or remove the fault.",
            Empty
        ),
        new(
            "fault-percentage",
            Severity.Error,
            "VirtualService",
            "The share of faults is 0, or 0.0001 to 100 percent.",
            "Envoy counts shares in millionths, and smaller or larger ones than it can count would be read as another.",
            "Write 0, or 0.0001 to 100.",
            Percentage
        ),
        new(
            "fault-abort",
            Severity.Error,
            "VirtualService",
            "An abort answers with one HTTP status from 200 to 600, or one gRPC status.",
            "Envoy has no such answer to give in place of the request's, or could not choose between two.",
            "Give one httpStatus or one grpcStatus.",
            Abort
        ),
        new(
            "fault-abort-status",
            Severity.Warning,
            "VirtualService",
            "An abort says what it answers.",
            "No answer is given, so no request is aborted, whatever the percentage is.",
            "Give httpStatus or grpcStatus, or remove the abort.",
            AbortStatus,
            RuleOrigin.MeshStack
        ),
        new(
            "fault-delay",
            Severity.Error,
            "VirtualService",
            "A delay is no exponentialDelay.",
            "Delays that grow are not implemented, so none would be added.",
            "Give fixedDelay.",
            Delay
        ),
        new(
            "fault-delay-length",
            Severity.Warning,
            "VirtualService",
            "A delay says how long it is.",
            "No time is given, so no request is delayed, whatever the percentage is.",
            "Give fixedDelay, or remove the delay.",
            DelayLength,
            RuleOrigin.MeshStack
        ),
    ];

    private static IEnumerable<Field> Of(Subject subject) =>
        subject.Spec["http"].Items.Select(route => route["fault"]).Where(fault => fault.Exists);

    private static IEnumerable<Problem> Empty(Subject subject) =>
        from fault in Of(subject)
        where !fault["abort"].Exists && !fault["delay"].Exists
        select new Problem(fault, "The fault is empty; give abort, delay or both.");

    private static IEnumerable<Problem> Percentage(Subject subject) =>
        from fault in Of(subject)
        from share in new[] { fault["abort"]["percentage"]["value"], fault["delay"]["percentage"]["value"] }
        where share.Number is < 0 or > 100 or (> 0 and < SmallestShare)
        select new Problem(share, $"The share of faults is {share.Value} percent; it is 0, or {SmallestShare} to 100.");

    private static IEnumerable<Problem> Abort(Subject subject)
    {
        foreach (var abort in Of(subject).Select(fault => fault["abort"]).Where(abort => abort.Exists))
        {
            var given = AbortKinds.Where(key => abort[key].Exists).ToArray();
            if (given.Length > 1)
            {
                yield return new(abort, $"The abort has {string.Join(" and ", given)}; it answers with one of httpStatus and grpcStatus.");
            }

            if (abort["httpStatus"].Integer is { } status and (< HttpStatusRules.Smallest or > HttpStatusRules.Largest))
            {
                yield return new(abort["httpStatus"], $"The status is {status}; it is 200 to 599.");
            }

            if (abort["grpcStatus"].Text is { } name && !GrpcStatuses.Contains(name) && !Placeholder.IsIn(name))
            {
                yield return new(abort["grpcStatus"], $"\"{name}\" is no gRPC status; known are {string.Join(", ", GrpcStatuses)}.");
            }

            if (abort["http2Error"].Exists)
            {
                yield return new(abort["http2Error"], "http2Error is not supported; give httpStatus or grpcStatus.");
            }
        }
    }

    private static IEnumerable<Problem> AbortStatus(Subject subject) =>
        from abort in Of(subject).Select(fault => fault["abort"])
        where abort.Exists && !AbortKinds.Any(key => abort[key].Exists)
        select new Problem(abort, "The abort has no status and so aborts nothing; give httpStatus or grpcStatus.");

    private static IEnumerable<Problem> Delay(Subject subject) =>
        from fault in Of(subject)
        let delay = fault["delay"]["exponentialDelay"]
        where delay.Exists
        select new Problem(delay, "exponentialDelay is not supported; give fixedDelay.");

    private static IEnumerable<Problem> DelayLength(Subject subject) =>
        from fault in Of(subject)
        let delay = fault["delay"]
        where delay.Exists && !delay["fixedDelay"].Exists && !delay["exponentialDelay"].Exists
        select new Problem(delay["fixedDelay"], "The delay has no length and so delays nothing; give fixedDelay, such as 5s.");
}
