package io.github.zweiklick.page;

import io.github.zweiklick.page.Addresses.Foreign;
import java.util.Optional;

/** Examines style sheets, whose content is text in HTML and markup in SVG and XML. */
final class StyleSheets {
    /** More than any page holds of style sheets inside each other, in characters. */
    private static final int MOST = 24 << 20;

    private static final String CDATA = "<![CDATA[";
    private static final Foreign UNREADABLE = new Foreign("style", Optional.empty());

    private final Examined page;
    private final Addresses addresses;
    private final Disarmer disarmer;
    private int read;

    StyleSheets(Examined page, Addresses addresses, Disarmer disarmer) {
        this.page = page;
        this.addresses = addresses;
        this.disarmer = disarmer;
    }

    /** @throws IllegalStateException where style sheets are so much inside each other that it would take too long */
    void examine(Candidate candidate) {
        if (page.xml) {
            inXml(candidate);
        } else {
            inHtml(candidate);
        }
    }

    private void inHtml(Candidate candidate) {
        StartTag tag = candidate.tag();
        Span content = page.rawStyle(tag);
        count(content);
        String css = page.source.raw(content.start(), content.end());
        Optional<String> host = disarmer.inStyle(tag, content);
        boolean same = css.indexOf('<') < 0 && css.indexOf('&') < 0;
        if (!page.isRaw(tag) && !same && !isSwitchedOff(tag)) {
            asMarkup(candidate, css, content.start());
        }
        host.ifPresent(found -> disarmer.mark(candidate, found));
    }

    private void count(Span content) {
        read += content.end() - content.start();
        if (read > MOST) {
            throw new IllegalStateException("Style sheets inside style sheets beyond what is read");
        }
    }

    /** Whether its type says that it is none, whatever it holds: HTML, 4.2.6, "update a style block". */
    private boolean isSwitchedOff(StartTag tag) {
        return page.source
                .value(tag, "type")
                .filter(type -> !type.isEmpty() && !Ascii.lower(type).contains("css"))
                .isPresent();
    }

    /** For readers to whom it is markup: it may go on after what ends it as text, and holds other characters. */
    private void asMarkup(Candidate candidate, String css, int start) {
        Optional<String> section = onlySection(css);
        if (section.isPresent()) {
            int body = start + css.indexOf(CDATA) + CDATA.length();
            disarmer.inStyle(
                            candidate.tag(), new Span(body, body + section.get().length()))
                    .ifPresent(found -> disarmer.mark(candidate, found));
            return;
        }
        Optional<String> text =
                isWhole(css) ? StyleText.of(page.source.decoded(start, start + css.length())) : Optional.empty();
        Optional<Foreign> foreign = text.isEmpty() ? Optional.of(UNREADABLE) : foreign(text.get());
        foreign.ifPresent(found -> disarmer.switchOff(candidate, found));
    }

    /** Whether what ends it as text ends it as markup, for it stands in no comment and no section. */
    private static boolean isWhole(String css) {
        return css.lastIndexOf("<!--") <= css.lastIndexOf("-->") && css.lastIndexOf(CDATA) <= css.lastIndexOf("]]>");
    }

    /** The text of a style sheet that is one CDATA section and nothing else, as drawing programs write it. */
    private static Optional<String> onlySection(String css) {
        String stripped = css.strip();
        if (!stripped.startsWith(CDATA) || !stripped.endsWith("]]>") || stripped.length() < CDATA.length() + 3) {
            return Optional.empty();
        }
        String body = stripped.substring(CDATA.length(), stripped.length() - 3);
        return body.indexOf('<') < 0 && !body.contains("]]>") && body.indexOf('&') < 0
                ? Optional.of(body)
                : Optional.empty();
    }

    private Optional<Foreign> foreign(String css) {
        return CssScanner.scan(css).stream()
                .flatMap(reference -> addresses.foreign(reference).stream())
                .findFirst();
    }

    private void inXml(Candidate candidate) {
        StartTag tag = candidate.tag();
        Span content = page.content(tag).orElseGet(() -> page.rawStyle(tag));
        count(content);
        String css = page.source.raw(content.start(), content.end());
        Optional<String> host = disarmer.inStyle(tag, content);
        if (host.isEmpty() && !page.isRaw(tag) && (css.indexOf('&') >= 0 || css.indexOf('<') >= 0)) {
            // Entities count, and what is no text does not.
            Optional<String> text = StyleText.of(page.source.decoded(content));
            Optional<Foreign> foreign = text.isEmpty() ? Optional.of(UNREADABLE) : foreign(text.get());
            foreign.ifPresent(found -> disarmer.takeOut(tag, content, found));
            host = foreign.map(Foreign::host);
        }
        host.ifPresent(found -> disarmer.mark(candidate, found));
    }
}
