using Pulumi;

namespace Sdk.Tests.Programs;

internal sealed class PackageProvider(string package, string name, CustomResourceOptions? options = null, ResourceArgs? args = null)
    : ProviderResource(package, name, args ?? ResourceArgs.Empty, options);
