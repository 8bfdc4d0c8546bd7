using MeshStack.Definition.Planning;
using Pulumi;

namespace MeshStack.Registration;

/// <summary>The settings that args ask for, where nothing is going to be registered.</summary>
internal static class Settings
{
    public static TSettings Of<TSettings>(ResourceArgs args)
        where TSettings : class => new SettingsReader(new EngineValues(new Resources())).Read<TSettings>(args, "args");
}
