package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The fast way and the exact way through a page, with markup that shows all that was found out. */
final class Ways {
    static final String GUARD = "<z-g></z-g>";

    /** @param body each byte a character */
    record Result(String body, Class<?> outcome, Set<Finding> findings) {}

    private final Catalogue catalogue;
    private final Recognition recognition;
    private final FastWay fast;
    /** Whether place and language are compared. */
    private final boolean placed;

    Ways(Catalogue catalogue, boolean placed) {
        this.catalogue = catalogue;
        this.recognition = new Recognition(catalogue);
        this.fast = new FastWay(recognition, TreeMemory.OF_APPLICATION);
        this.placed = placed;
    }

    static PageSource page(byte[] body, String contentType) {
        return new PageSource(
                body,
                Optional.of(contentType),
                WebUrl.parse("https://stadt.example/aktuelles/seite.html").orElseThrow(),
                Pages.OWN,
                "/zweiklick");
    }

    static PageSource page(String html) {
        return page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    /** Empty where the page is left to the exact way. */
    Optional<Result> fast(PageSource source) {
        EncodingSniffer.Sniffed sniffed =
                EncodingSniffer.sniff(source.body(), MediaType.of(source.contentType(), source.body()));
        return fast(source, session -> fast.rewrite(session, sniffed))
                .or(() -> sniffed.encoding().isTransparent()
                        ? Optional.empty()
                        : fast(
                                source,
                                session -> fast.rewrite(
                                        session,
                                        PageText.read(source.body(), sniffed),
                                        sniffed.encoding().charset())));
    }

    private Optional<Result> fast(PageSource source, Function<Session, Optional<Rewrite>> way) {
        Session session = new Session(recognition, source, new Shown(placed));
        return way.apply(session).map(rewrite -> {
            List<Finding> findings = new ArrayList<>();
            session.flush(findings::add);
            return result(rewrite, source, findings);
        });
    }

    Result exact(PageSource source) {
        return through(source, true);
    }

    /** As a page goes: the fast way where that is certain. */
    Result usual(PageSource source) {
        return through(source, false);
    }

    private Result through(PageSource source, boolean exactly) {
        List<Finding> findings = new ArrayList<>();
        PageRewriter rewriter =
                exactly ? PageRewriter.exact(catalogue, findings::add) : new PageRewriter(catalogue, findings::add);
        return result(rewriter.rewrite(source, new Shown(placed)), source, findings);
    }

    private static Result result(Rewrite rewrite, PageSource source, List<Finding> findings) {
        byte[] body = rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : source.body();
        return new Result(new String(body, StandardCharsets.ISO_8859_1), rewrite.getClass(), new HashSet<>(findings));
    }

    private record Shown(boolean placed) implements PageMarkup {
        private String text(Occurrence where) {
            Occurrence shown = placed
                    ? where
                    : new Occurrence(
                            where.number(),
                            Place.FLOW,
                            Optional.empty(),
                            where.width(),
                            where.height(),
                            where.title(),
                            where.quote(),
                            where.headingLevel(),
                            where.poster());
            return shown.toString();
        }

        @Override
        public Placeholder placeholder(Embed embed, Occurrence where) {
            String name = embed.service().id() + embed.captures() + text(where);
            return new Placeholder(
                    new HtmlBuilder().open("z-p").attribute("n", name).toHtml(), Html.literal("</z-p>"));
        }

        @Override
        public Html blockedFrame(String host, String address, Occurrence where) {
            return new HtmlBuilder()
                    .open("z-b")
                    .attribute("h", host + text(where))
                    .text(address)
                    .close()
                    .toHtml();
        }

        @Override
        public Html plainLink(Embed embed, Occurrence where) {
            return new HtmlBuilder()
                    .open("z-l")
                    .text(embed.captures() + text(where))
                    .close()
                    .toHtml();
        }

        @Override
        public Html refreshLink(String address, Occurrence where) {
            return new HtmlBuilder()
                    .open("z-r")
                    .text(address + text(where))
                    .close()
                    .toHtml();
        }

        @Override
        public Html guard(BooleanSupplier scripts, boolean whole) {
            return scripts.getAsBoolean() ? Html.literal(GUARD) : Html.EMPTY;
        }

        @Override
        public Html entry(Optional<String> language) {
            return new HtmlBuilder()
                    .open("z-e")
                    .attribute("l", language.filter(tag -> placed).orElse(""))
                    .open("a")
                    .attribute("href", "/zweiklick/settings?lang=de")
                    .close()
                    .close()
                    .toHtml();
        }

        @Override
        public Html settings(Occurrence where) {
            return new HtmlBuilder().open("z-s").text(text(where)).close().toHtml();
        }

        @Override
        public Html settingsHead() {
            return Html.literal("<z-t></z-t>");
        }

        @Override
        public Html head() {
            return Html.literal("<z-h></z-h>");
        }

        @Override
        public Html form() {
            return Html.literal("<z-f></z-f>");
        }
    }
}
