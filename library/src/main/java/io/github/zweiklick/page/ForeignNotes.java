package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.Addresses.Foreign;
import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import io.github.zweiklick.page.ForeignPart.Kind;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps what is told of a page's places, each once: the exact way looks at some of them again. */
final class ForeignNotes implements Notes {
    private record Found(
            Kind kind,
            String element,
            List<String> attributes,
            List<String> hosts,
            Whose whose,
            boolean nested,
            Span span) {}

    private record Whose(Optional<Service> service, Optional<EmbedKind> content, boolean loadable) {
        Whose(Optional<Service> service) {
            this(service, Optional.empty(), false);
        }

        static Whose of(Embed embed) {
            return new Whose(Optional.of(embed.service()), Optional.of(embed.kind()), embed.isLoadable());
        }
    }

    private record Place(Kind kind, String element, List<String> hosts, Span span) {}

    private final Catalogue catalogue;
    private final PageSource source;
    private final Map<Place, Found> found = new LinkedHashMap<>();
    private Optional<PageText> text = Optional.empty();
    private Optional<SourceText> bytes = Optional.empty();
    /** Of documents inside each other in attributes. */
    private int depth;
    /** Of the tag that holds the outermost of these. */
    private Span holder = new Span(0, 0);

    ForeignNotes(Catalogue catalogue, PageSource source) {
        this.catalogue = catalogue;
        this.source = source;
    }

    /** In the order of the page. */
    List<ForeignPart> parts(Sniffed sniffed) {
        PageText page = text.orElseGet(() -> PageText.read(source.body(), sniffed));
        // The fast way counts bytes.
        int shift = text.isPresent() ? 0 : sniffed.start();
        SourceLines lines = new SourceLines(page);
        return found.values().stream()
                .sorted(Comparator.comparingInt(part -> part.span().start()))
                .map(part -> part(
                        part,
                        page,
                        lines,
                        part.span().start() - shift,
                        part.span().end() - shift))
                .toList();
    }

    private static ForeignPart part(Found part, PageText page, SourceLines lines, int start, int end) {
        // What stands in a document in an attribute was decoded with its value.
        UnaryOperator<String> read = part.nested() ? UnaryOperator.identity() : page::value;
        return new ForeignPart(
                part.kind(),
                read.apply(part.element()),
                part.attributes().stream().map(read).toList(),
                part.hosts(),
                part.whose().service(),
                part.whose().content(),
                part.whose().loadable(),
                part.nested(),
                lines.range(start, end),
                excerpt(page, start, end));
    }

    private static String excerpt(PageText page, int start, int end) {
        int most = ForeignPart.LONGEST_EXCERPT;
        String begin = page.value(page.text().substring(start, Math.min(end, start + 4 * most)))
                .strip()
                .replaceAll("\\s+", " ");
        if (begin.length() <= most) {
            return begin;
        }
        return begin.substring(0, Character.isHighSurrogate(begin.charAt(most - 2)) ? most - 2 : most - 1) + "\u2026";
    }

    @Override
    public void readAs(PageText page) {
        text = Optional.of(page);
    }

    @Override
    public Notes of(Examined page, Patchwork patchwork, Addresses addresses) {
        return new Examination(page, patchwork, addresses);
    }

    @Override
    public void takenOut(String element, int start, int end, Foreign foreign) {
        keep(Kind.STYLE, element, List.of(), List.of(foreign), new Span(start, end));
    }

    @Override
    public void plain(int start, int[] names, int first, int count) {
        byte[] b = source.body();
        StartTag tag = TagBytes.startTag(b, start, b.length).orElseThrow();
        List<String> attributes = new ArrayList<>();
        List<Foreign> foreign = new ArrayList<>();
        for (Attribute attribute : tag.attributes()) {
            for (int i = first; i < first + count; i++) {
                if (names[i] == attribute.nameStart()) {
                    attributes.add(attribute.name());
                    WebUrl.parse(latin(b, attribute.valueStart(), attribute.valueEnd()), source.address())
                            .ifPresent(url -> foreign.add(new Foreign(url.host(), Optional.of(url))));
                }
            }
        }
        SourceText values = bytes.orElseGet(() -> SourceText.of(latin(b, 0, b.length), UnaryOperator.identity()));
        bytes = Optional.of(values);
        keep(PartKinds.of(values, tag, attributes), tag.localName(), attributes, foreign, new Span(start, tag.end()));
    }

    private static String latin(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private void keep(Kind kind, String element, Collection<String> attributes, List<Foreign> foreign, Span span) {
        Optional<Service> service = foreign.stream()
                .flatMap(one -> Reports.known(catalogue, one.host(), one.url()).stream())
                .findFirst();
        keep(kind, element, attributes, foreign, new Whose(service), span);
    }

    private void keep(
            Kind kind,
            String element,
            Collection<String> attributes,
            Collection<Foreign> foreign,
            Whose whose,
            Span span) {
        // Some name what cannot be examined, rather than a host.
        List<String> hosts = foreign.stream()
                .flatMap(one -> one.url().stream())
                .map(WebUrl::host)
                .filter(host -> !host.isEmpty())
                .distinct()
                .toList();
        Span place = depth > 0 ? holder : span;
        found.putIfAbsent(
                new Place(kind, element, hosts, place),
                new Found(kind, element, attributes.stream().distinct().toList(), hosts, whose, depth > 0, place));
    }

    /** What is told of one examination of a text, which may hold pieces of ours. */
    private final class Examination implements Notes {
        private final Examined page;
        private final Patchwork patchwork;
        private final Addresses addresses;

        Examination(Examined page, Patchwork patchwork, Addresses addresses) {
            this.page = page;
            this.patchwork = patchwork;
            this.addresses = addresses;
        }

        private Span span(int start, int end) {
            return new Span(patchwork.origin(start), patchwork.origin(end - 1) + 1);
        }

        private Span span(StartTag tag) {
            return span(tag.start(), tag.end());
        }

        @Override
        public void disarmed(StartTag tag, Collection<String> attributes, List<Foreign> foreign) {
            keep(PartKinds.of(page.source, tag, attributes), tag.localName(), attributes, foreign, span(tag));
        }

        @Override
        public void takenOut(String element, int start, int end, Foreign foreign) {
            keep(Kind.STYLE, element, List.of(), List.of(foreign), span(start, end));
        }

        @Override
        public void loader(StartTag tag, Service service) {
            whole(Kind.LOADER, tag, tag.end(), new Whose(Optional.of(service)));
        }

        @Override
        public void unreadable(StartTag tag, Service service) {
            whole(Kind.UNREADABLE, tag, tag.end(), new Whose(Optional.of(service)));
        }

        @Override
        public void replaced(StartTag tag, int end, Verdict verdict) {
            if (verdict instanceof Verdict.Placeholder placeholder) {
                whole(Kind.EMBED, tag, end, Whose.of(placeholder.embed()));
            } else if (verdict instanceof Verdict.Link link) {
                whole(Kind.WIDGET, tag, end, Whose.of(link.embed()));
            } else if (verdict instanceof Verdict.Missing missing) {
                whole(Kind.WIDGET, tag, end, Whose.of(missing.embed()));
            } else if (verdict instanceof Verdict.Box box) {
                keep(Kind.FRAME, tag.localName(), loaded(tag).keySet(), List.of(box.foreign()), span(tag.start(), end));
            } else if (verdict instanceof Verdict.Removed removed) {
                Whose whose = new Whose(Optional.of(removed.service()), removed.dead(), false);
                whole(PartKinds.of(removed), tag, end, whose);
            }
            // All else stands for what the author asks the site itself for.
        }

        private void whole(Kind kind, StartTag tag, int end, Whose whose) {
            Map<String, Foreign> loaded = loaded(tag);
            keep(kind, tag.localName(), loaded.keySet(), loaded.values(), whose, span(tag.start(), end));
        }

        /** What the element would load by itself, by attribute. */
        private Map<String, Foreign> loaded(StartTag tag) {
            Map<String, Foreign> loaded = new LinkedHashMap<>();
            for (Attribute attribute : tag.attributes()) {
                if (PartKinds.isLoaded(tag, attribute)) {
                    addresses
                            .foreign(page.source.value(attribute))
                            .ifPresent(foreign -> loaded.putIfAbsent(attribute.name(), foreign));
                }
            }
            return loaded;
        }

        @Override
        public void enter(StartTag tag) {
            if (depth++ == 0) {
                holder = span(tag);
            }
        }

        @Override
        public void leave() {
            depth--;
        }
    }
}
