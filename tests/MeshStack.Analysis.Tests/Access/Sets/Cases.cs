using FsCheck;
using FsCheck.Fluent;

namespace MeshStack.Analysis.Tests.Access.Sets;

/// <summary>Runs a property on many generated cases, the same ones in every run.</summary>
internal static class Cases
{
    public static void Check<T>(Gen<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds)
            .Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Examined.Cases).WithReplay(20_240_601, 77));
}
