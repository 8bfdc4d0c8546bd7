namespace MeshStack.Conformance.Engine;

/// <summary>The sequences of commands that were measured, done to the model.</summary>
/// <param name="programs">The recorded programs by name.</param>
internal sealed class MeasuredSequences(Func<string, RecordedProgram> programs)
{
    private static readonly UpdateOptions SkipPreview = new() { SkipPreview = true };

    /// <summary>What comes of a sequence, command by command; null for one that is not known.</summary>
    public IReadOnlyList<UpdateResult>? Run(string sequence)
    {
        var world = new World("cluster01", "cluster02");
        world.PointContext("fra-admin", "cluster02", "https://another.example.com:6443");
        var stack = new EngineStack(world);
        UpdateResult Up(string name, UpdateOptions? options = null) => stack.Up(programs(name), options);

        // The first update has to come before what the second is looked at for.
        if (sequence.Contains("killed", StringComparison.Ordinal))
        {
            world.Faults = call => Urn.Name(call.Urn).EndsWith("-istio-ingress", StringComparison.Ordinal) ? Fault.KillAfter : Fault.None;
            var killed = Up("up1");
            world.Faults = null;
            stack.Cancel();
            return [killed, Up("up1")];
        }

        var first = Up("up1");
        return sequence switch
        {
            "up1; up1" => [first, Up("up1")],
            "up1 → no-httpbin" or "up1 → rename-productpage" or "up1 → no-ns" or "up1 → existing-flipped" => [Up(sequence[6..])],
            "up1 → no-cluster02, preview skipped" =>
            [
                Up("no-cluster02"),
                Up("no-cluster02", SkipPreview),
                .. After(stack.Unprotect, () => Up("no-cluster02")),
            ],
            "destroy, preview skipped" => Destroyed(),
            "up1 → switch with `--exclude **cluster02**`" => [Up("switch", new() { Exclude = ["**cluster02**"] })],
            "up1 → switch, cluster01's cacerts failing" => Failing(),
            "up1 → rename-mesh" => [Up("rename-mesh"), Up("rename-mesh", SkipPreview)],
            "up1 → rename-cluster02" => [Up("rename-cluster02"), Aliased()],
            "up1 → context-renamed (another server)" =>
            [
                stack.Preview(programs("context-renamed")),
                Up("context-renamed"),
                .. Identified(),
            ],
            _ => null,
        };

        IReadOnlyList<UpdateResult> Destroyed()
        {
            var whole = stack.Destroy(SkipPreview);
            stack = new EngineStack(new World("cluster01", "cluster02"));
            Up("up1");
            return [whole, stack.Destroy(new() { ExcludeProtected = true }), Up("up1")];
        }

        IReadOnlyList<UpdateResult> Failing()
        {
            world.Faults = call => Urn.Name(call.Urn) == "cluster01-istio-cacerts" ? Fault.Fail : Fault.None;
            return [Up("switch")];
        }

        UpdateResult Aliased() => stack.Up(programs("rename-cluster02-aliased").WithAliases("clusterb", "cluster02"));

        IReadOnlyList<UpdateResult> Identified()
        {
            stack = new EngineStack(world = new World("cluster01", "cluster02"));
            world.PointContext("fra-admin", "cluster02", "https://another.example.com:6443");
            Up("up1-ci");
            return [Up("context-renamed-ci")];
        }

        static IEnumerable<UpdateResult> After(Action<IReadOnlyCollection<string>> first, Func<UpdateResult> then)
        {
            first([]);
            yield return then();
        }
    }
}
