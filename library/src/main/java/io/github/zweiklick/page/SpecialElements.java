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

    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Disarmer disarmer;
    private final Insertions insertions;
    private final List<Splice> splices;
    private final StyleSheets styleSheets;

    SpecialElements(
            Session session,
            Examined page,
            Addresses addresses,
            Disarmer disarmer,
            Insertions insertions,
            List<Splice> splices) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.disarmer = disarmer;
        this.insertions = insertions;
        this.splices = splices;
        this.styleSheets = new StyleSheets(page, addresses, disarmer, splices);
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
            disarmer.mark(candidate, "speculationrules");
        } else if (type == ScriptType.IMPORT_MAP) {
            foreignImport(tag).ifPresent(host -> disarmer.mark(candidate, host));
        }
    }

    private Optional<String> foreignImport(StartTag tag) {
        String map = page.content(tag).map(page.source::decoded).orElse("");
        if (map.indexOf('\\') >= 0) {
            return Optional.of("importmap");
        }
        Matcher strings = QUOTED.matcher(map);
        while (strings.find()) {
            Optional<String> host = addresses.foreign(strings.group(1)).map(Foreign::host);
            if (host.isPresent()) {
                return host;
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
                    disarmer.rename(tag, Set.of("http-equiv"));
                    disarmer.mark(candidate, foreign.host());
                    candidate
                            .standing()
                            .filter(standing -> page.replaceable)
                            .ifPresent(standing -> refreshLink(standing, tag, foreign));
                });
            case "x-dns-prefetch-control" -> {
                if (!content.strip().equalsIgnoreCase("off")) {
                    disarmer.rename(tag, Set.of("http-equiv"));
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
                boolean contacts = read.filter(tag -> tag.name().equals("xml-stylesheet"))
                        .filter(tag -> !isCss(source, tag)
                                || source.value(tag, "href")
                                        .flatMap(addresses::foreignStyleSheet)
                                        .isPresent())
                        .isPresent();
                if (contacts) {
                    splices.add(new Splice(instruction.start(), instruction.end(), ""));
                }
            }
        }
    }

    private static boolean isCss(SourceText source, StartTag tag) {
        return source.value(tag, "type")
                .filter(type -> Ascii.lower(type.strip()).equals("text/css"))
                .isPresent();
    }
}
