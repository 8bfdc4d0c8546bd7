using Pulumi;

namespace Sdk.Tests.Runs;

internal sealed class PackageProvider(string package, string name) : ProviderResource(package, name, ResourceArgs.Empty, null);
