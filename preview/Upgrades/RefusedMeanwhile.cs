using MeshStack.Preview.Transitions;

namespace MeshStack.Preview.Upgrades;

/// <summary>A change that is refused between steps of an upgrade.</summary>
/// <param name="After">The step after which it is; 0 for what is refused before the first.</param>
/// <param name="Until">The step with which that ends; null where it does not.</param>
/// <param name="Notice">What is refused, and why.</param>
internal sealed record RefusedMeanwhile(int After, int? Until, TransitionNotice Notice);
