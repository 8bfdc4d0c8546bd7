namespace MeshStack.Lifecycle.Tests.Engine.Providers;

/// <summary>A call that changes or reads something outside.</summary>
/// <param name="Number">How many calls there were before it in the life of the world.</param>
/// <param name="Method">Create, Update, Delete or Read.</param>
/// <param name="Urn">The resource.</param>
internal sealed record ProviderCall(int Number, string Method, string Urn)
{
    public override string ToString() => $"{Method} {Engine.Urn.Short(Urn)}";
}

/// <summary>What goes wrong at a call.</summary>
internal enum Fault
{
    None,

    /// <summary>The provider refuses, and nothing was done.</summary>
    Fail,

    /// <summary>It was done, and then the provider found that it does not become ready.</summary>
    FailReady,

    /// <summary>SIGKILL before anything was done.</summary>
    KillBefore,

    /// <summary>SIGKILL in the middle: an install of a chart stays pending, all else is done.</summary>
    KillDuring,

    /// <summary>SIGKILL after it was done, before it was written down.</summary>
    KillAfter,

    /// <summary>SIGINT: the call ends, and nothing else begins.</summary>
    Interrupt,
}

/// <summary>The engine was killed.</summary>
internal sealed class KilledException() : Exception("signal: killed");
