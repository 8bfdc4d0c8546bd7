using MeshStack.Analysis.Model;
using MeshStack.Cli.Questions;
using MeshStack.Cli.Suggestions;
using MeshStack.Preview;
using MeshStack.Preview.Access;

namespace MeshStack.Infra.Tests.Access;

public sealed class SuggestionTests
{
    [Fact]
    public void ANewAccessHasANameThatNoOtherOneHas()
    {
        var definition = DefinitionLoader.Load(Stacks.Repository.Root, "prod");
        List<string> names = [];
        foreach (var (cluster, ns) in new[] { ("iad1", "shop"), ("iad1", "backoffice"), ("fra1", "backoffice"), ("iad1", "exports") })
        {
            var caller = new Caller.InMesh(cluster, ns, "robot");
            var asked = new Question(
                caller,
                new Request
                {
                    Host = "ledger-postgres.ledger",
                    Port = 5432,
                    Protocol = RequestProtocol.Tcp,
                },
                null
            );
            var service = ServiceSearch.Of(asked, definition)!;
            var snapshot = MeshSnapshot.Of(StackComposition.Compose(definition));
            var change = Assert.IsType<NewAccess>(
                Advice.Change(ProperRequest.Of(asked, service.Args, definition), service, definition, snapshot)
            );
            names.Add(change.Name);
            definition = change.Apply(definition)!;
        }

        Assert.Equal(
            ["robot-to-ledger", "backoffice-robot-to-ledger", "fra1-backoffice-robot-to-ledger", "exports-robot-to-ledger"],
            names
        );
    }
}
