package io.github.zweiklick.page;

import io.github.zweiklick.page.Addresses.Foreign;
import io.github.zweiklick.policy.Refresh;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes browsers contact a host by more than one attribute: style sheets, scripts, pragmas, instructions of XML. */
final class SpecialElements {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static final Set<String> PRAGMA = Set.of("http-equiv");

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Disarmer disarmer;
    private final Insertions insertions;
    private final List<Splice> splices;
    private final Notes notes;
    private final StyleSheets styleSheets;

    SpecialElements(
            Session session,
            Examined page,
            Addresses addresses,
            Disarmer disarmer,
            Insertions insertions,
            List<Splice> splices,
            Notes notes) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.disarmer = disarmer;
        this.insertions = insertions;
        this.splices = splices;
        this.notes = notes;
        this.styleSheets = new StyleSheets(page, addresses, disarmer);
    }

    void examine(Candidate candidate) {
        switch (candidate.tag().localName()) {
            case "style" -> styleSheets.examine(candidate);
            case "script" -> script(candidate);
            case "meta" -> meta(candidate);
            default -> {
                // Attributes are all there is.
            }
        }
    }

    private void script(Candidate candidate) {
        StartTag tag = candidate.tag();
        if (tag.attributes().stream().anyMatch(a -> a.name().equals("type") && disarmer.isOurs(a))) {
            return;
        }
        ScriptType type = ScriptType.of(page.source, tag);
        if (type == ScriptType.SPECULATION_RULES) {
            // A first-party address in it may redirect abroad, and the browser follows (measured).
            disarm(candidate, Set.of(), new Foreign("speculationrules", Optional.empty()));
        } else if (type == ScriptType.IMPORT_MAP) {
            foreignImport(tag).ifPresent(foreign -> disarm(candidate, Set.of(), foreign));
        }
    }

    private void disarm(Candidate candidate, Set<String> attributes, Foreign foreign) {
        notes.disarmed(candidate.tag(), attributes, List.of(foreign));
        disarmer.rename(candidate.tag(), attributes);
        disarmer.mark(candidate, foreign.host());
    }

    private Optional<Foreign> foreignImport(StartTag tag) {
        String map = page.content(tag).map(page.source::decoded).orElse("");
        if (map.indexOf('\\') >= 0) {
            return Optional.of(new Foreign("importmap", Optional.empty()));
        }
        Matcher strings = QUOTED.matcher(map);
        while (strings.find()) {
            Optional<Foreign> foreign = addresses.foreign(strings.group(1));
            if (foreign.isPresent()) {
                return foreign;
            }
        }
        return Optional.empty();
    }

    private void meta(Candidate candidate) {
        StartTag tag = candidate.tag();
        Optional<Attribute> equivalent = tag.first("http-equiv");
        if (equivalent.isEmpty() || disarmer.isOurs(equivalent.get())) {
            return;
        }
        String content = page.source.value(tag, "content").orElse("");
        switch (Ascii.lower(page.source.value(equivalent.get()).strip())) {
            case "refresh" ->
                Refresh.address(content).flatMap(addresses::foreignDocument).ifPresent(foreign -> {
                    disarm(candidate, PRAGMA, foreign);
                    candidate
                            .standing()
                            .filter(standing -> page.replaceable)
                            .ifPresent(standing -> refreshLink(standing, tag, foreign));
                });
            case "x-dns-prefetch-control" -> {
                if (!content.strip().equalsIgnoreCase("off")) {
                    notes.disarmed(tag, PRAGMA, List.of());
                    disarmer.rename(tag, PRAGMA);
                }
            }
            default -> {
                // No other pragma makes the browser contact anybody.
            }
        }
    }

    private void refreshLink(Standing standing, StartTag tag, Foreign foreign) {
        foreign.url()
                .map(WebUrl::href)
                .ifPresent(address -> insertions.refresh(
                        session.markup.refreshLink(
                                address, new Occurrences(session, page, addresses).bare(standing, tag)),
                        tag));
    }

    /**
     * {@code <?xml-stylesheet href="…"?>} loads like a link; a foreign one is taken out. So is every one that is not CSS:
     * what XSLT makes of the document is examined by nobody (measured: it contacted hosts from a data address).
     */
    void instructions(Patchwork patchwork) {
        for (Span instruction : page.instructions()) {
            if (!patchwork.isOurs(instruction.start())) {
                String target = page.source.decoded(instruction.start() + 2, instruction.end());
                Optional<StartTag> read = TagScanner.startTag("<" + target, 0);
                SourceText source = SourceText.of("<" + target, UnaryOperator.identity());
                read.filter(tag -> tag.name().equals("xml-stylesheet"))
                        .flatMap(tag -> styleSheet(source, tag))
                        .ifPresent(foreign -> {
                            notes.takenOut("xml-stylesheet", instruction.start(), instruction.end(), foreign);
                            splices.add(new Splice(instruction.start(), instruction.end(), ""));
                        });
            }
        }
    }

    private Optional<Foreign> styleSheet(SourceText source, StartTag tag) {
        Optional<Foreign> foreign = source.value(tag, "href").flatMap(addresses::foreignStyleSheet);
        return foreign.isPresent() || isCss(source, tag)
                ? foreign
                : Optional.of(new Foreign("xml-stylesheet", Optional.empty()));
    }

    private static boolean isCss(SourceText source, StartTag tag) {
        return source.value(tag, "type")
                .filter(type -> Ascii.lower(type.strip()).equals("text/css"))
                .isPresent();
    }
}
