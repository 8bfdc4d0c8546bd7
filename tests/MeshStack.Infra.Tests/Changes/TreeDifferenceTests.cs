using MeshStack.Manifests;
using MeshStack.Preview.Changes;
using MeshStack.Rendering;

namespace MeshStack.Infra.Tests.Changes;

/// <summary>What differs between two values, field by field.</summary>
public sealed class TreeDifferenceTests
{
    [Theory]
    [InlineData("{a: 1, b: x}", "{a: 2, b: x}", "a: 1 → 2")]
    [InlineData("{a: '1'}", "{a: 1}", "a: \"1\" → 1")]
    [InlineData("{a: true}", "{a: 'true'}", "a: true → \"true\"")]
    [InlineData("{a: {b: {c: x}}}", "{a: {b: {c: z, d: [1]}}}", "a.b.c: x → z", "a.b.d: + [1]")]
    [InlineData("{a: {'x.y/z': 1}}", "{a: {}}", "a[\"x.y/z\"]: - 1")]
    [InlineData("{a: {b: 1}}", "{a: [1]}", "a: {\"b\":1} → [1]")]
    [InlineData("{a: }", "{a: x}", "a: null → x")]
    [InlineData("{a: .nan}", "{a: .inf}", "a: \"NaN\" → \"Infinity\"")]
    // An item in front is one difference.
    [InlineData("{a: [p, q, r]}", "{a: [new, p, q, r]}", "a[0]: + new")]
    [InlineData("{a: [p, q, r]}", "{a: [p, r]}", "a[1]: - q")]
    [InlineData("{a: [p, q, r]}", "{a: [p, other, r]}", "a[1]: q → other")]
    [InlineData("{a: [p]}", "{a: [q, r]}", "a[0]: - p", "a[0]: + q", "a[1]: + r")]
    [InlineData("{a: []}", "{a: [p]}", "a[0]: + p")]
    // In a list of routes the order decides.
    [InlineData("{a: [{m: 1}, {m: 2}]}", "{a: [{m: 2}, {m: 1}]}", "a[0]: (the same, at 1) → {\"m\":2}")]
    // What has a name is known by it.
    [InlineData(
        "{a: [{name: http, port: 80}, {name: grpc, port: 90}]}",
        "{a: [{name: grpc, port: 91}, {name: http, port: 80}]}",
        "a[0].port: 90 → 91"
    )]
    [InlineData(
        "{a: [{host: x, weight: 100}]}",
        "{a: [{host: x, weight: 90}, {host: z, weight: 10}]}",
        "a[0].weight: 100 → 90",
        "a[1]: + {\"host\":\"z\",\"weight\":10}"
    )]
    // A file in a field is compared by lines.
    [InlineData("{a: \"x: 1\\ny: 2\\nz: 3\\n\"}", "{a: \"x: 1\\ny: 3\\nz: 3\\n\"}", "a line 2: y: 2 → y: 3")]
    [InlineData("{a: x, b: [1, {c: d}]}", "{b: [1, {c: d}], a: x}")]
    public void EachFieldIsTold(string before, string after, params string[] differences) =>
        Assert.Equal(differences, Between(before, after).Select(Text));

    [Theory]
    [InlineData("{user: '[secret]'}", "{user: plain}")]
    [InlineData("{user: plain}", "{user: '[secret]'}")]
    public void NextToASecretNothingIsShown(string before, string after) =>
        Assert.Equal(["user: [secret] → [secret]"], Between(before, after).Select(Text));

    [Fact]
    public void WhatLooksLikeASecretIsHidden() =>
        Assert.Equal(["user: [secret] → [secret]"], Between("{user: x}", "{user: ghp_0123456789abcdefghij}").Select(Text));

    /// <summary>Nobody can tell a password by its looks: what is called so is hidden, wherever it stands.</summary>
    [Theory]
    [InlineData(
        "{env: [{name: DB_PASSWORD, value: hunter2}]}",
        "{env: [{name: DB_PASSWORD, value: hunter3}]}",
        "env[0].value: [secret] → [secret]"
    )]
    [InlineData("{env: []}", "{env: [{name: API_TOKEN, value: hunter2}]}", "env[0]: + {\"name\":\"API_TOKEN\",\"value\":\"[secret]\"}")]
    [InlineData("{args: ['--password=hunter2']}", "{args: ['--password=hunter3']}", "args[0]: --password=[secret] → --password=[secret]")]
    [InlineData("{args: [--api-key, hunter2]}", "{args: [--api-key, hunter3]}", "args[1]: [secret] → [secret]")]
    [InlineData("{a: Bearer hunter2}", "{a: Bearer hunter3}", "a: Bearer [secret] → Bearer [secret]")]
    [InlineData("{set: {authorization: hunter2}}", "{set: {authorization: hunter3}}", "set.authorization: [secret] → [secret]")]
    [InlineData("{set: {x-api-key: hunter2}}", "{set: {x-api-key: hunter3}}", "set.x-api-key: [secret] → [secret]")]
    [InlineData("{cookie: {exact: hunter2}}", "{cookie: {exact: hunter3}}", "cookie.exact: [secret] → [secret]")]
    [InlineData("{client_secret: hunter2}", "{}", "client_secret: - [secret]")]
    [InlineData("{credentials: {a: hunter2}}", "{credentials: {a: hunter3}}", "credentials.a: [secret] → [secret]")]
    [InlineData(
        "{f: \"a: 1\\npassword: hunter2\\n\"}",
        "{f: \"a: 1\\npassword: hunter3\\n\"}",
        "f line 2: password: [secret] → password: [secret]"
    )]
    [InlineData("{a: {b: {password: hunter2}}}", "{a: x}", "a: {\"b\":{\"password\":\"[secret]\"}} → x")]
    [InlineData(
        "{f: \"-----BEGIN KEY-----\\nabc\\n-----END KEY-----\"}",
        "{f: \"-----BEGIN KEY-----\\nabd\\n-----END KEY-----\"}",
        "f: [secret] → [secret]"
    )]
    [InlineData(
        "{'kubectl.kubernetes.io/last-applied-configuration': a}",
        "{'kubectl.kubernetes.io/last-applied-configuration': b}",
        "[\"kubectl.kubernetes.io/last-applied-configuration\"]: [secret] → [secret]"
    )]
    [InlineData("{a: '{\"token\":\"hunter2\"}'}", "{a: x}", "a: \"{\\\"token\\\":[secret]\" → x")]
    // Names of what is secret are none.
    [InlineData("{credentialName: a}", "{credentialName: b}", "credentialName: a → b")]
    [InlineData("{secretName: a}", "{secretName: b}", "secretName: a → b")]
    [InlineData("{forwardOriginalToken: true}", "{forwardOriginalToken: false}", "forwardOriginalToken: true → false")]
    [InlineData("{httpCookie: {name: a}}", "{httpCookie: {name: b}}", "httpCookie.name: a → b")]
    [InlineData("{passthrough: a}", "{passthrough: b}", "passthrough: a → b")]
    public void WhatIsCalledASecretIsHidden(string before, string after, string difference) =>
        Assert.Equal([difference], Between(before, after).Select(Text));

    /// <summary>Lists without anything in common cost the square of their length.</summary>
    [Fact]
    public void OfEndlessListsTheLengthIsTold() =>
        Assert.Equal(
            ["a: (2500 items) → (2501 items), too many to tell them apart"],
            Between(List(0, 2_500), List(10_000, 2_501)).Select(Text)
        );

    [Fact]
    public void ARenamedObjectIsKnownByWhatItSays()
    {
        var changes = ObjectChanges.Between(
            Objects("VirtualService", ("old", "{hosts: [web], http: [{timeout: 5s}], exportTo: [shop]}"), ("kept", "{hosts: [a]}")),
            Objects("VirtualService", ("new", "{hosts: [web], http: [{timeout: 6s}], exportTo: [shop]}"), ("kept", "{hosts: [a]}"))
        );
        var renamed = Assert.Single(changes);
        Assert.Equal(
            (ObjectChangeKind.Renamed, "VirtualService shop/new", "VirtualService shop/old"),
            (renamed.Kind, renamed.Object, renamed.Former)
        );
        Assert.Equal(["metadata.name: old → new", "spec.http[0].timeout: 5s → 6s"], renamed.Fields.Select(Text));
    }

    [Theory]
    [InlineData("VirtualService", "{hosts: [web], timeout: 5s}", "{hosts: [other], timeout: 6s}")]
    [InlineData("Namespace", "{}", "{}")]
    [InlineData("Secret", "{password: '[secret]'}", "{password: '[secret]'}")]
    public void WhatSaysSomethingElseIsAnotherObject(string kind, string before, string after) =>
        Assert.Equal(
            [(ObjectChangeKind.Added, $"{kind} shop/new"), (ObjectChangeKind.Removed, $"{kind} shop/old")],
            ObjectChanges
                .Between(Objects(kind, ("old", before)), Objects(kind, ("new", after)))
                .Select(change => (change.Kind, change.Object))
        );

    /// <summary>Where too many come and go, they come and go.</summary>
    [Fact]
    public void AmongVeryManyNoRenameIsLookedFor()
    {
        static (string Name, string Spec)[] Many(string name) =>
            [.. Enumerable.Range(0, 2_000).Select(i => ($"{name}-{i}", $"{{hosts: [{name}-{i}]}}"))];
        var changes = ObjectChanges.Between(Objects("VirtualService", Many("old")), Objects("VirtualService", Many("new")));
        Assert.Equal((2_000, 2_000), (changes.Count(IsOf(ObjectChangeKind.Added)), changes.Count(IsOf(ObjectChangeKind.Removed))));

        static Func<ObjectChange, bool> IsOf(ObjectChangeKind kind) => change => change.Kind == kind;
    }

    /// <summary>Of a Secret nobody sees a value, where it is read from a file either.</summary>
    [Fact]
    public void OfASecretNoValueIsTold()
    {
        var change = Assert.Single(ObjectChanges.Between(Secret("hunter2", "one"), Secret("hunter3", "two")));
        Assert.Equal(
            ["data.password: [secret] → [secret]", "metadata.annotations.last: [secret] → [secret]", "metadata.labels.app: one → two"],
            change.Fields.Select(Text)
        );

        static IReadOnlyList<ComparedObject> Secret(string password, string label) =>
            Read(
                $"{{apiVersion: v1, kind: Secret, metadata: {{name: a, labels: {{app: {label}}}, annotations: {{last: {password}}}}}, "
                    + $"data: {{password: {password}}}}}"
            );
    }

    private static IReadOnlyList<ComparedObject> Objects(string kind, params (string Name, string Spec)[] objects) =>
        [
            .. objects.SelectMany(one =>
                Read($"{{apiVersion: v1, kind: {kind}, metadata: {{name: {one.Name}, namespace: shop}}, spec: {one.Spec}}}")
            ),
        ];

    private static IReadOnlyList<ComparedObject> Read(string yaml) => ComparedObject.Of(ManifestYaml.Read(yaml, "a.yaml", "one"));

    private static IReadOnlyList<FieldDifference> Between(string before, string after) =>
        TreeDifferences.Between("", Tree(before), Tree(after));

    private static object? Tree(string yaml) =>
        Read($"{{apiVersion: v1, kind: A, metadata: {{name: a}}, spec: {yaml}}}")[0].Content["spec"];

    private static string List(int from, int count) => $"{{a: [{string.Join(", ", Enumerable.Range(from, count))}]}}";

    private static string Text(FieldDifference field) =>
        field switch
        {
            { Before: null } => $"{field.Path}: + {field.After}",
            { After: null } => $"{field.Path}: - {field.Before}",
            _ => $"{field.Path}: {field.Before} → {field.After}",
        };
}
