using MeshStack.Cli.Commands;

namespace MeshStack.Cli.Tests;

/// <summary>What steers a terminal is written so that it is seen.</summary>
public sealed class PlainWriterTests
{
    [Theory]
    [InlineData("plain, é, 日本, 😀", "plain, é, 日本, 😀")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("\u001b[2J\r", @"\u001b[2J\u000d")]
    [InlineData("\u009b\u007f", @"\u009b\u007f")]
    [InlineData("a\u202eb\u200b", @"a\u202eb\u200b")]
    [InlineData("\u2028", @"\u2028")]
    [InlineData("a\U000E0041b", @"a\udb40\udc41b")]
    public void WhatSteersIsSeen(string text, string plain) => Assert.Equal(plain, PlainWriter.Of(text));

    [Fact]
    public void ALineStaysOne() => Assert.Equal(@"a\u000a::error::b", PlainWriter.Line("a\n::error::b"));
}
