package io.github.zweiklick.audit.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.format.Rule;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.ForeignPart.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of each sort of part. */
final class MessagesTest {
    private static final String OR_OWN =
            "Put the file on the site itself, or name the host with --first-party if it is the site's own.";

    /** A page of one part, and what is said of it. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry(
                    "<iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe>",
                    "<iframe src> contacts www.youtube.com: an embed of YouTube (video). Zweiklick puts a placeholder in its"
                            + " place, with two buttons. [embed]"),
            Map.entry(
                    "<blockquote class='twitter-tweet'><a href='https://twitter.com/stadt/status/1234567890123456789'>x</a>"
                            + "</blockquote>",
                    "<blockquote> is an embed of X (post). Zweiklick puts a placeholder in its place, with two buttons."
                            + " [embed]"),
            Map.entry(
                    "<a class='twitter-share-button' href='https://twitter.com/share'>x</a>",
                    "<a> is a widget of X (share). Zweiklick puts a plain link in its place. [widget]"),
            Map.entry(
                    "<div class='g-recaptcha'></div>",
                    "<div> is a widget of Google reCAPTCHA (captcha). Zweiklick puts a box in its place. Use a captcha that runs on the"
                            + " site itself. [widget]"),
            Map.entry(
                    "<script src='https://platform.twitter.com/widgets.js'></script>",
                    "<script src> contacts platform.twitter.com: part of the codes of X. Placeholders do without: take it out."
                            + " [companion]"),
            Map.entry(
                    "<fb:comments href='https://stadt.example/'></fb:comments>",
                    "<comments> is a plugin of Facebook (comments), which its provider has switched off. Host comments on the"
                            + " site itself, or give an address to write to. [dead-plugin]"),
            Map.entry(
                    "<script src='https://www.google-analytics.com/analytics.js'></script>",
                    "<script src> contacts www.google-analytics.com: code of Google Analytics, which watches visitors. Count"
                            + " visits on your own server, for instance from its logs or with a tool hosted on the site."
                            + " [tracker]"),
            Map.entry(
                    "<iframe src='//x.example/'></iframe>",
                    "<iframe src> contacts x.example. Describe the service in a catalogue file, or name the host with"
                            + " --first-party if it is the site's own. [frame]"),
            Map.entry(
                    "<script src=//x.example/a.js></script>",
                    "<script src> contacts x.example. " + OR_OWN + " [script]"),
            Map.entry(
                    "<link rel=stylesheet href='https://fonts.googleapis.com/css?family=X'>",
                    "<link href> contacts fonts.googleapis.com (Google Fonts). Put the font files on the site itself and write"
                            + " their @font-face rules there. [style]"),
            Map.entry(
                    "<style>@import '//x.example/a.css';</style>",
                    "a style sheet contacts x.example. " + OR_OWN + " [style]"),
            Map.entry(
                    "<p style='background:url(//x.example/a.png)'>",
                    "<p style> contacts x.example. " + OR_OWN + " [style]"),
            Map.entry(
                    "<link rel=dns-prefetch href=//x.example>",
                    "<link href> makes browsers turn to x.example in advance. Take it out. [hint]"),
            Map.entry(
                    "<script type=speculationrules>{}</script>",
                    "<script> makes browsers load pages in advance, wherever these lead. Take it out. [hint]"),
            Map.entry(
                    "<meta http-equiv=x-dns-prefetch-control content=on>",
                    "<meta http-equiv> makes browsers ask for the names of the hosts that links lead to. Take it out. [hint]"),
            Map.entry(
                    "<meta http-equiv=refresh content='0; url=//x.example/'>",
                    "<meta http-equiv> leads to x.example by itself. Write a link. [refresh]"),
            Map.entry(
                    "<base href=//x.example/>",
                    "<base href> makes relative addresses lead to x.example. Take it out. [base]"),
            Map.entry(
                    "<img src=//x.example/ srcset='//y.example/ 2x'>",
                    "<img src, srcset> contacts x.example, y.example. " + OR_OWN + " [resource]"),
            Map.entry(
                    "<img src='https://[x/'>",
                    "<img src> cannot be examined and may contact any host. " + OR_OWN + " [resource]"),
            Map.entry(
                    "<iframe srcdoc='<img src=//x.example/>'></iframe>",
                    "in the document of this tag, <img src> contacts x.example. " + OR_OWN + " [resource]"),
            Map.entry(
                    "<script>s.src = 'https://www.google.com/recaptcha/api.js';</script>",
                    "note: <script> loads Google reCAPTCHA, which only the headers that Zweiklick sends stop. Use a captcha that runs on"
                            + " the site itself. [loader]"),
            Map.entry(
                    "<blockquote class='twitter-tweet'></blockquote>",
                    "note: <blockquote> looks like an embed of X but holds no address that can be understood. Paste the code"
                            + " again, or write a link of class zweiklick-embed. [unreadable]"));

    @TempDir
    Path folder;

    @Test
    void eachSortOfPartHasItsWords() throws IOException {
        SiteScan scan = new SiteScan(Catalogue.bundled(), List.of());
        Path file = folder.resolve("a.html");
        for (Map.Entry<String, String> said : SAID.entrySet()) {
            Files.writeString(file, said.getKey());
            Scanned scanned =
                    scan.path(file, new Globs(List.of()), new Globs(List.of())).get(0);
            assertThat(scanned.found())
                    .as(said.getKey())
                    .singleElement()
                    .satisfies(found -> assertThat((found.problem().isFailure() ? "" : "note: ")
                                    + found.problem().message() + " ["
                                    + found.problem().rule() + "]")
                            .isEqualTo(said.getValue()));
        }
        assertThat(SAID.values())
                .as("one of each")
                .allSatisfy(message -> assertThat(message).doesNotContain("null"));
        assertThat(Arrays.stream(Kind.values()).map(kind -> "[" + ScanRules.id(kind) + "]"))
                .allSatisfy(id -> assertThat(SAID.values()).anyMatch(message -> message.endsWith(id)));
    }

    @Test
    void eachRuleSaysWhatItMeansAndWhatToDo() {
        assertThat(ScanRules.all().stream().map(Rule::id))
                .doesNotHaveDuplicates()
                .contains("header");
        assertThat(ScanRules.all()).allSatisfy(rule -> {
            assertThat(rule.title()).isNotBlank().doesNotEndWith(".");
            assertThat(rule.help()).endsWith(".").doesNotContain("  ");
        });
        assertThat(Stream.of(Kind.LOADER, Kind.UNREADABLE)
                        .map(kind -> ScanRules.of(kind).level()))
                .containsOnly(io.github.zweiklick.audit.format.Problem.Level.NOTE);
    }
}
