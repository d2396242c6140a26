package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import io.github.zweiklick.url.WebUrl;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What holds for whatever is rewritten. */
final class RewriteProperties {
    private static final List<Finding.Kind> CONTACTS =
            List.of(Finding.Kind.BLOCKED_RESOURCE, Finding.Kind.UNKNOWN_FRAME);

    private RewriteProperties() {}

    /** A page of HTML in UTF-8. */
    static void check(String html) {
        check(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    /** A page of HTML that has an encoding in which bytes below 0x80 are ASCII. */
    static void check(byte[] before, String type) {
        Rewrite rewrite = new Pages().rewrite(before, type);
        assertThat(rewrite).isNotInstanceOf(Rewrite.Unexamined.class);
        byte[] after = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : before;
        assertThat(Contacts.ofAll(text(rewrite, before)))
                .as(() -> text(rewrite, before))
                .isEmpty();
        keepsWhatItDoesNotReplace(before, type);
        findsNothingAgain(after, type);
    }

    private static String text(Rewrite rewrite, byte[] before) {
        if (rewrite instanceof Rewrite.Rewritten rewritten) {
            return new String(rewritten.body(), rewritten.charset());
        }
        Charset charset = ((Rewrite.Unchanged) rewrite).charset().orElse(StandardCharsets.UTF_8);
        return new String(before, charset);
    }

    /** Only what is called ours may be renamed by a second pass, which cannot know that it is. */
    static void findsNothingAgain(byte[] after, String type) {
        Pages again = new Pages();
        assertThat(again.rewrite(after, type)).isNotInstanceOf(Rewrite.Unexamined.class);
        assertThat(again.kinds()).as(new String(after, StandardCharsets.UTF_8)).doesNotContainAnyElementsOf(CONTACTS);
    }

    /** Without the replaced ranges both are the same bytes: shown by the exact way, which knows its ranges. */
    private static void keepsWhatItDoesNotReplace(byte[] before, String type) {
        MediaType media = MediaType.parse(Optional.of(type));
        Sniffed sniffed = EncodingSniffer.sniff(before, media);
        if (!sniffed.encoding().isTransparent()) {
            return;
        }
        PageText page = PageText.read(before, sniffed);
        Pages pages = new Pages();
        PageSource source = new PageSource(
                before,
                Optional.of(type),
                WebUrl.parse("https://stadt.example/x").orElseThrow(),
                Pages.OWN,
                "/zweiklick");
        Rewrite rewrite =
                PageRewriter.exact(Pages.CATALOGUE, FindingSink.none()).rewrite(source, new SmallMarkup());
        byte[] after = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : before;
        Session session = new Session(new Recognition(Pages.CATALOGUE), source, pages.markup);
        Patchwork patchwork = new DocumentRewriter(session, DocumentRewriter.Syntax.of(media))
                .rewrite(page.text(), page::value)
                .orElseThrow();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int start = sniffed.start();
        int at = start;
        int last = 0;
        for (Patchwork.Piece piece : patchwork.pieces()) {
            if (piece instanceof Patchwork.Piece.Original range) {
                assertThat(range.start()).isGreaterThanOrEqualTo(last);
                last = range.end();
                byte[] there = Arrays.copyOfRange(after, at, at + range.length());
                assertThat(there).isEqualTo(Arrays.copyOfRange(before, start + range.start(), start + range.end()));
                kept.writeBytes(there);
            }
            at += piece.length();
        }
        assertThat(at).isEqualTo(after.length);
        assertThat(kept.size()).isLessThanOrEqualTo(before.length - start);
    }
}
