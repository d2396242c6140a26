package io.github.zweiklick.page;

import io.github.zweiklick.page.Addresses.Foreign;
import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Examines a document once and gives the splices that follow. */
final class PageScan {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Session session;
    private final Examined page;
    private final Patchwork patchwork;
    private final List<Splice> splices = new ArrayList<>();
    private final Addresses addresses;
    private final Judge judge;
    private final Disarmer disarmer;
    private final Forgeries forgeries;
    private final Insertions insertions;
    private final Map<Integer, Verdict> verdicts = new HashMap<>();

    PageScan(
            Session session,
            Examined page,
            Patchwork patchwork,
            Insertions insertions,
            Disarmer.NestedDocument nested) {
        this.session = session;
        this.page = page;
        this.patchwork = patchwork;
        this.insertions = insertions;
        this.addresses = new Addresses(bases(), session.source.own());
        this.judge = new Judge(session, page, addresses);
        this.disarmer = new Disarmer(session, page, addresses, patchwork, splices, nested);
        this.forgeries = new Forgeries(session, page, addresses, disarmer);
    }

    List<Splice> run() {
        judgeAll();
        Replacement replacement = new Replacement(session, page, splices, insertions);
        int skipped = 0;
        for (Candidate candidate : page.candidates()) {
            StartTag tag = candidate.tag();
            if (tag.start() < skipped || patchwork.isOurs(tag.start())) {
                continue;
            }
            Optional<Extent> extent = candidate.element().flatMap(element -> page.extents.sure(tag, element));
            Verdict verdict = verdicts.get(tag.start());
            if (verdict != null && extent.isPresent()) {
                skipped = replacement.carryOut(candidate, extent.get(), verdict, judge.isAuthored(tag));
            } else {
                attributes(candidate);
            }
        }
        instructions();
        splices.addAll(insertions.splices(page));
        return splices;
    }

    /** Embeds first: whether a script at an unknown host is a companion depends on the embeds of the page. */
    private void judgeAll() {
        List<Candidate> later = new ArrayList<>();
        for (Candidate candidate : page.candidates()) {
            if (candidate.isHtml() && !patchwork.isOurs(candidate.tag().start())) {
                if (candidate.tag().name().equals("script")) {
                    later.add(candidate);
                } else {
                    judge(candidate);
                }
            }
        }
        later.forEach(this::judge);
    }

    private void judge(Candidate candidate) {
        Optional<Verdict> verdict = judge.judge(candidate.tag());
        if (verdict.isEmpty()) {
            return;
        }
        if (verdict.get() instanceof Verdict.Unreadable unreadable) {
            Reports.unreadable(
                    session, unreadable.service().name(), candidate.tag().name());
        } else {
            Judge.embedOf(verdict.get())
                    .ifPresent(embed -> session.embedded(embed.service().id()));
            verdicts.put(candidate.tag().start(), verdict.get());
        }
    }

    private void attributes(Candidate candidate) {
        StartTag tag = candidate.tag();
        switch (tag.localName()) {
            case "style" -> styleSheet(candidate);
            case "script" -> script(candidate);
            case "meta" -> meta(candidate);
            default -> {
                // Attributes are all there is.
            }
        }
        disarmer.disarm(candidate);
        forgeries.disarm(candidate);
    }

    private void styleSheet(Candidate candidate) {
        StartTag tag = candidate.tag();
        // Where the tree sees a style sheet that the lexer takes for markup, all that may be its content counts.
        int[] content = page.content(tag).orElseGet(() ->
                new int[] {tag.end(), RawText.end(page.source.text(), "style", tag.end())});
        int start = content[0];
        int end = content[1];
        String css = page.source.text().substring(start, end);
        Optional<String> host = disarmer.inStyle(css, start);
        if (host.isEmpty() && !page.isRaw(tag) && css.indexOf('&') >= 0) {
            // Entities count in the style elements of SVG and XML.
            host =
                    CssScanner.scan(org.jsoup.parser.Parser.unescapeEntities(page.source.decoded(start, end), false))
                            .stream()
                            .flatMap(reference -> addresses.foreign(reference.value()).stream())
                            .map(Foreign::host)
                            .findFirst();
            host.ifPresent(found -> splices.add(new Splice(start, end, "")));
        }
        host.ifPresent(found -> disarmer.mark(candidate, found));
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
        String map = page.content(tag)
                .map(range -> page.source.decoded(range[0], range[1]))
                .orElse("");
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
                Refresh.address(content).flatMap(addresses::foreign).ifPresent(foreign -> {
                    disarmer.rename(tag, Set.of("http-equiv"));
                    disarmer.mark(candidate, foreign.host());
                    candidate.element().ifPresent(element -> refreshLink(element, tag, foreign));
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

    private void refreshLink(Element element, StartTag tag, Foreign foreign) {
        foreign.url()
                .map(WebUrl::href)
                .ifPresent(address -> insertions.refresh(
                        session.markup.refreshLink(address, new Occurrences(session, page).bare(element, tag)), tag));
    }

    /** {@code <?xml-stylesheet href="…"?>} loads like a link; it is taken out. */
    private void instructions() {
        for (Token token : page.tokens) {
            if (token instanceof Token.Instruction instruction && !patchwork.isOurs(instruction.start())) {
                String target = page.source.text().substring(instruction.start() + 2, instruction.end());
                Optional<StartTag> read = TagScanner.startTag("<" + target, 0);
                boolean foreign = read.isPresent()
                        && read.get().name().equals("xml-stylesheet")
                        && new SourceText("<" + target, page.source.decode())
                                .value(read.get(), "href")
                                .flatMap(addresses::foreign)
                                .isPresent();
                if (foreign) {
                    splices.add(new Splice(instruction.start(), instruction.end(), ""));
                }
            }
        }
    }

    /** The page's address, and what its own {@code base} elements make of it; a foreign one is disarmed. */
    private List<WebUrl> bases() {
        WebUrl address = session.source.address();
        List<WebUrl> bases = new ArrayList<>();
        for (Candidate candidate : page.candidates()) {
            if (candidate.tag().localName().equals("base")) {
                page.source
                        .value(candidate.tag(), "href")
                        .flatMap(href -> WebUrl.parse(href, address))
                        .filter(url -> url.isNetwork() && session.source.own().contains(url.host()))
                        .ifPresent(bases::add);
            }
        }
        bases.add(address);
        return bases;
    }
}
