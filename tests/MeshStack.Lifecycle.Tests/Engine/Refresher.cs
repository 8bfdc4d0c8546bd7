namespace MeshStack.Lifecycle.Tests.Engine;

/// <summary>Asks providers what has become of each resource.</summary>
/// <remarks>Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/step.go, RefreshStep.</remarks>
internal static class Refresher
{
    /// <summary>The state as it would be after <c>pulumi refresh</c>.</summary>
    public static Snapshot Refresh(EngineStack stack, Snapshot snapshot, UpdateOptions options, UpdateResult result)
    {
        var registry = new ProviderRegistry(stack.World, new StackReferences(stack.World, () => stack.State));
        var executor = new StepExecutor(stack.World, isPreview: false, result);
        var (targets, excludes) = (new UrnTargets(options.Target), new UrnTargets(options.Exclude));
        foreach (var provider in snapshot.Resources.Where(r => r.IsProvider))
        {
            registry.Add(provider);
        }

        var resources = snapshot
            .Resources.Select(r => (targets.IsConstrained ? targets.Contains(r.Urn) : !excludes.Contains(r.Urn)) ? One(r) : r)
            .OfType<ResourceState>()
            .ToList();

        // What is gone is nobody's dependency any more.
        var there = resources.Select(r => r.Urn).ToHashSet(StringComparer.Ordinal);
        var pending = options.ClearPendingCreates
            ? []
            : snapshot.PendingOperations.Where(o => o.Type == PendingOperationType.Creating).ToImmutableArray();
        result.ExitCode = result.Errors.Count > 0 ? 1 : 0;
        return new([.. resources.Select(r => r with { Dependencies = [.. r.Dependencies.Where(there.Contains)] })], pending);

        ResourceState? One(ResourceState resource)
        {
            if (!resource.Custom || resource.IsProvider)
            {
                result.Add(new(StepOp.Same, resource.Urn));
                return resource;
            }

            try
            {
                var provider = registry.Of(resource)!;
                var read = executor.Call(
                    "Read",
                    resource.Urn,
                    () => provider.Read(resource.Urn, resource.Id!, resource.Inputs, resource.Outputs),
                    out _
                );
                if (read is not { } live)
                {
                    result.Add(new(StepOp.Delete, resource.Urn));
                    return null;
                }

                var isSame = Properties.Same(live.Outputs, resource.Outputs) && Properties.Same(live.Inputs, resource.Inputs);
                result.Add(new(isSame ? StepOp.Same : StepOp.Update, resource.Urn));
                return resource with { Inputs = live.Inputs, Outputs = live.Outputs };
            }
            catch (BailException)
            {
                return resource;
            }
        }
    }
}
