using MeshStack.Cli.Reports;
using MeshStack.Manifests;
using MeshStack.Preview;
using MeshStack.Preview.Changes;
using MeshStack.Preview.Transitions;

namespace MeshStack.Cli.Review;

/// <summary>Finds out what a change does.</summary>
/// <param name="folder">The folder that has the files as they are now.</param>
/// <param name="shown">What reports call it.</param>
/// <param name="before">The same as it was.</param>
internal sealed class Reviewer(string folder, string shown, ReviewBase before)
{
    /// <summary>The day of the review, which ends accesses; null where nothing is said of that.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The reviews of stacks, in the order of their names.</summary>
    /// <param name="stacks">Their names; none for all that there are, or were.</param>
    public IReadOnlyList<StackReview> OfStacks(IReadOnlyCollection<string> stacks)
    {
        var (were, are) = (before.Folder is { } earlier ? DefinitionLoader.Stacks(earlier) : [], DefinitionLoader.Stacks(folder));
        return
        [
            .. (stacks.Count > 0 ? stacks : were.Union(are, StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Where(stack => !IsReviewedWithItsPlatform(stack, stacks, were, are))
                .Order(StringComparer.Ordinal)
                .Select(stack =>
                    Of(
                        new(
                            stack,
                            are.Contains(stack) || !were.Contains(stack),
                            were.Contains(stack),
                            from => ReviewedMesh.OfStack(from, stack, Today)
                        )
                    )
                ),
        ];
    }

    // The stacks of a platform are one mesh, which is reviewed once, unless one of them is asked for.
    private bool IsReviewedWithItsPlatform(
        string stack,
        IReadOnlyCollection<string> asked,
        IReadOnlyCollection<string> were,
        IReadOnlyCollection<string> are
    ) =>
        asked.Count == 0
        && (are.Contains(stack) ? DefinitionLoader.PlatformOf(folder, stack) : DefinitionLoader.PlatformOf(before.Folder!, stack))
            is { } platform
        && (are.Contains(platform) || were.Contains(platform));

    /// <summary>The review of the folder itself, which holds manifests.</summary>
    /// <param name="version">The version of Istio of the clusters that show none.</param>
    public StackReview OfManifests(string? version) =>
        Of(
            new(
                shown,
                Directory.Exists(folder),
                before is { IsThere: true, HadFolder: true },
                from => ReviewedMesh.OfFolder(from, shown, version, Today)
            )
        ) with
        {
            IsOfFolder = true,
        };

    private StackReview Of(ReviewSubject subject)
    {
        // Most of composing a mesh is done by one thread, so that two are composed in the time of one.
        var earlier = Task.Factory.StartNew(
            () => before.Folder is { } from && subject.WasThere ? Read(subject, from) : null,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        var now = subject.IsThere ? Read(subject, folder) : null;
        var then = earlier.GetAwaiter().GetResult();
        var review = new StackReview(subject.Name) { IsNew = before.IsThere && !subject.WasThere, IsGone = now is null };
        if (now?.Errors is { Count: > 0 } errors)
        {
            return review with { Errors = errors, IsNew = false };
        }

        return !before.IsThere || then?.Errors is { Count: > 0 }
            ? review with
            {
                After = now?.Mesh,
                Concerns = now?.Mesh?.Concerns ?? [],
                Open = now?.Mesh is { } mesh ? AccessDifference.Between(ReviewedMesh.None.Snapshot, mesh.Snapshot) : null,
                Uncomparable = before.Missing ?? $"the definition of {subject.Name} at {before.Revision} has errors",
                ErrorsBefore = then?.Errors ?? [],
            }
            : Compared(review, then?.Mesh, now?.Mesh);
    }

    private StackReview Compared(StackReview review, ReviewedMesh? then, ReviewedMesh? now)
    {
        var (was, after) = (then ?? ReviewedMesh.None, now ?? ReviewedMesh.None);
        var (stateBefore, stateAfter) = (StateOf(was.Stack), StateOf(after.Stack));
        var names = ClusterNames.Of(stateAfter ?? MeshState.Unknown);
        var objects = ObjectChanges.Between(was.Objects.Select(one => one with { Cluster = names.Now(one.Cluster) }), after.Objects);
        var access = AccessDifference.Between(was.Snapshot, after.Snapshot);
        var places = new CausePlaces(after.Objects, objects);
        var lines = AccessChangeLine.AllOf(access).Select(places.Place).ToArray();
        var owners = new ReviewOwners(
            was.Services,
            after.Services,
            file => before.Owners.Of(before.InRepository(file)),
            file => before.OwnersNow.Of(before.InRepository(file))
        );
        var safeguards = new SafeguardChanges(was, after, owners.Names).All();
        var known = was.Concerns.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        return review with
        {
            After = now,
            // Of nothing all is known.
            Access = access with
            {
                Doubts = [.. then is null || now is null ? [] : access.Doubts, .. before.Doubts],
            },
            Lines = ReviewLine.Grouped(lines),
            Safeguards = safeguards,
            Owners = owners.Of(lines.Select(line => line.Change), safeguards),
            Concerns = [.. after.Concerns.Where(one => !known.Contains(one.Key))],
            Standing = [.. after.Concerns.Where(one => one.Severity == Severity.Error && known.Contains(one.Key))],
            Ended = known.Except(after.Concerns.Select(one => one.Key)).Count(),
            Transition = stateBefore is not null && stateAfter is not null ? MeshTransition.Check(stateBefore, stateAfter) : [],
            Objects = objects,
            Values = ConfiguredValueChange.Between(was.Stack?.Definition, after.Stack?.Definition),
        };
    }

    private static MeshState? StateOf(StackPreview? stack) =>
        stack is null ? null : MeshState.From(stack.Definition) with { Mesh = new(() => stack) };

    private Side Read(ReviewSubject subject, string from)
    {
        try
        {
            return new(subject.Read(from), []);
        }
        catch (Exception e) when (InputError.ReasonsOf(e) is { } reasons)
        {
            var names = new GivenPaths(from, shown);
            return new(null, [.. reasons.Select(names.In)]);
        }
    }

    /// <summary>A mesh, or the errors that keep it from being one.</summary>
    private sealed record Side(ReviewedMesh? Mesh, IReadOnlyList<InputError> Errors);
}
