namespace MeshStack.Manifests.Tests;

/// <summary>What looks like a secret is not quoted, and what people name things after is.</summary>
public sealed class SecretTextTests
{
    [Theory]
    [InlineData("got '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE'", "got '[secret]'")]
    [InlineData("'-----BEGIN CERTIFICATE-----", "'[secret]")]
    [InlineData("'ghp_0123456789abcdefghij' is no name", "'[secret]' is no name")]
    [InlineData("glpat-abcdefghijklmnopqrst", "[secret]")]
    [InlineData("'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl'", "'[secret]'")]
    [InlineData("https://ci:hunter2@charts.example.com/x", "https://[secret]@charts.example.com/x")]
    [InlineData("'ci:hunter2@registry.example.com/istio'", "'[secret]@registry.example.com/istio'")]
    [InlineData("https://a.example.com/x?v=1&token=hunter2&x=2", "https://a.example.com/x?v=1&token=[secret]&x=2")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "[secret]")]
    [InlineData("MHcCAQEEIAb1cD2eF3gH4iJ5kL6mN7oP8q==", "[secret]")]
    [InlineData("0123456789abcdef0123456789abcdef", "[secret]")]
    [InlineData("httpbin.namespace02.svc.cluster.local:8000", "httpbin.namespace02.svc.cluster.local:8000")]
    [InlineData("cluster.local/ns/namespace02/sa/bookinfo-productpage-v1", "cluster.local/ns/namespace02/sa/bookinfo-productpage-v1")]
    [InlineData("spec.trafficPolicy.connectionPool.http.http2MaxRequests", "spec.trafficPolicy.connectionPool.http.http2MaxRequests")]
    [InlineData("/api/v1/products/{*}/reviews-Of-2026", "/api/v1/products/{*}/reviews-Of-2026")]
    [InlineData("\"consecutiveGatewayErrors\" is an unknown field", "\"consecutiveGatewayErrors\" is an unknown field")]
    [InlineData("http1MaxPendingRequests, consecutive5xxErrors", "http1MaxPendingRequests, consecutive5xxErrors")]
    [InlineData("a12345678901234567890123456789012", "a12345678901234567890123456789012")]
    [InlineData("outlierDetectionHttpErrorCodes", "outlierDetectionHttpErrorCodes")]
    [InlineData("PILOT_ENABLE_CROSS_CLUSTER_WORKLOAD_ENTRY", "PILOT_ENABLE_CROSS_CLUSTER_WORKLOAD_ENTRY")]
    [InlineData("Gateway shop/public: spec.servers[0]: web@example.com", "Gateway shop/public: spec.servers[0]: web@example.com")]
    [InlineData("https://charts.example.com:8443/istio", "https://charts.example.com:8443/istio")]
    [InlineData("'token: S3cr3tHunter2=' is not a label", "'token: [secret]' is not a label")]
    [InlineData("'Bearer X' is not a header name", "'Bearer [secret]' is not a header name")]
    [InlineData("\"Bearer X\" is no duration", "\"Bearer [secret]\" is no duration")]
    [InlineData("got \"token=X\"", "got \"token=[secret]\"")]
    [InlineData("\"password: X y\" is no number", "\"password: [secret]\" is no number")]
    [InlineData("'db_password=X'", "'db_password=[secret]'")]
    [InlineData("'Authorization: Basic X'", "'Authorization: [secret]'")]
    [InlineData("'a/*' is no token: use b", "'a/*' is no token: use b")]
    [InlineData("'httpbin' is not a secret: 'x'", "'httpbin' is not a secret: 'x'")]
    [InlineData("bearer tokens of 'issuer'", "bearer tokens of 'issuer'")]
    [InlineData(
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    )]
    public void WhatLooksLikeASecretIsHidden(string text, string shown) => Assert.Equal(shown, SecretText.Hidden(text));
}
