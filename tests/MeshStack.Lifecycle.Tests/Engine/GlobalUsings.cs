global using System.Collections.Immutable;
global using MeshStack.Lifecycle.Tests.Engine;
global using MeshStack.Lifecycle.Tests.Engine.Providers;
// What Pulumi calls so: values by name, as they are on the wire.
global using PropertyMap = System.Collections.Immutable.ImmutableDictionary<string, object>;
