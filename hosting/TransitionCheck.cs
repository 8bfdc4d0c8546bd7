using MeshStack.Preview.Transitions;
using Pulumi;

namespace MeshStack.Hosting;

/// <summary>Holds what a program is about to register against what earlier updates left.</summary>
internal static class TransitionCheck
{
    /// <summary>Says what the change does to what is running, and refuses what is not to be applied.</summary>
    /// <param name="before">The state that earlier updates left; null before the first has ended.</param>
    /// <param name="after">The state that the change leads to.</param>
    /// <exception cref="RunException">Something of it is refused.</exception>
    public static void Enforce(MeshState? before, MeshState after)
    {
        var notices = before is null ? [] : MeshTransition.Check(before, after);
        foreach (var notice in notices.Where(n => n.Kind != TransitionKind.Refused))
        {
            if (notice.Kind == TransitionKind.Warning)
            {
                Log.Warn(notice.ToString());
            }
            else
            {
                Log.Info($"to do afterwards: {notice}");
            }
        }

        var refused = notices.Where(n => n.Kind == TransitionKind.Refused).ToList();
        if (refused.Count > 0)
        {
            throw new RunException(
                "This change would break what is running:\n" + string.Join("\n", refused.Select(n => "  " + n)) + "\nNothing was changed."
            );
        }
    }
}
