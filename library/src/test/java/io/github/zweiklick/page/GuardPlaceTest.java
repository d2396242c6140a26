package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the guard goes; {@code @} marks the place in each page. */
final class GuardPlaceTest {
    private final Ways ways = new Ways(Catalogue.bundled(), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html lang=de><head>@<meta charset=utf-8><script>a()</script></head><body>x</body></html>",
                "<html><head profile=x>@<title>x</title></head><body><script src=/a.js></script></body></html>",
                "<!doctype html><html>@<title>x</title><script src=/a.js></script><body>x",
                "<!doctype html>@<title>x</title><script src=/a.js></script><p>x",
                "<!-- x --><!DOCTYPE HTML SYSTEM \"a>@<title>x</title><script src=/a.js></script><p>x",
                "Text<html><head>@<script>a()</script></head><body>x</body></html>",
                "<!doctype html>@<script>a()</script><html><head></head><body>x</body></html>",
                "<html>@<script>a()</script><head></head><body>x</body></html>",
                "<p>x</p>@<script>a()</script><body>x",
                "<!doctype html><head>@</head><body onload=a()>x",
                "<!doctype html><head>@</head><body><a href='javascript:a()'>x</a>",
                "<!doctype html><head>@</head><body><svg><script>a()</script></svg>",
                "<body><svg>@<script>a()</script></svg>",
                "<!doctype html><head>@</head><body><noscript><p>x</p></noscript><script type=module src=/a.js></script>",
                "<!doctype html><head>@<template><script>a()</script></template></head><body>x",
                // None in what is no document, or holds no script.
                "<p>x</p><script>a()</script>",
                "<script>a()</script>",
                "</body><script>a()</script><html>",
                "<!doctype html><html><head><title>x</title></head><body><p title=\"on time\">x</p></body></html>",
                ""
            })
    void standsBeforeAllScripts(String page) {
        String before = page.replace("@", "");
        String after = page.replace("@", Ways.GUARD);
        assertThat(ways.exact(Ways.page(before)).body()).as("exact").isEqualTo(after);
        assertThat(ways.usual(Ways.page(before)).body()).as("usual").isEqualTo(after);
    }

    /** The markup of a frame's own document is a document, however little it holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe srcdoc='@&lt;script>a()&lt;/script>'></iframe>",
                "<iframe srcdoc='&lt;html>&lt;head>@&lt;script>a()&lt;/script>'></iframe>"
            })
    void standsInFramesOfTheirOwn(String page) {
        String before = page.replace("@", "");
        assertThat(ways.usual(Ways.page(before)).body()).contains("&lt;z-g&gt;&lt;/z-g&gt;&lt;script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns='http://www.w3.org/1999/xhtml'><head>@<title>x</title><script>a()</script></head></html>",
                "<html xmlns='http://www.w3.org/1999/xhtml'>@<head/><body><script>a()</script></body></html>"
            })
    void standsInXhtmlWhereThereIsAHead(String page) {
        byte[] before = page.replace("@", "").getBytes(StandardCharsets.UTF_8);
        assertThat(ways.usual(Ways.page(before, "application/xhtml+xml; charset=utf-8"))
                        .body())
                .isEqualTo(page.replace("@", Ways.GUARD));
    }
}
