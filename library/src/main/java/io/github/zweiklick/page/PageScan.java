package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examines a document once and gives the splices that follow. */
final class PageScan {
    private static final Pattern NUMBER = Pattern.compile("zweiklick-([0-9]{1,5})");

    private final Session session;
    private final Notes notes;
    private final Examined page;
    private final Patchwork patchwork;
    private final Addresses addresses;
    private final List<Splice> splices = new ArrayList<>();
    private final Judge judge;
    private final Disarmer disarmer;
    private final SpecialElements special;
    private final Forgeries forgeries;
    private final OutwardLinks links;
    private final Insertions insertions;
    private final NavigableMap<Integer, Verdict> verdicts = new TreeMap<>();

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
        this.addresses = Addresses.in(page, session.source);
        this.notes = session.notes.of(page, patchwork, addresses);
        this.judge = new Judge(session, page, addresses, notes);
        this.disarmer = new Disarmer(session, page, addresses, patchwork, splices, nested, notes);
        this.special = new SpecialElements(session, page, addresses, disarmer, insertions, splices, notes);
        this.forgeries = new Forgeries(session, page, addresses, disarmer, verdicts.navigableKeySet());
        this.links = new OutwardLinks(session, page, addresses, patchwork, splices);
    }

    List<Splice> run() {
        judgeAll();
        Replacement replacement = new Replacement(session, page, addresses, splices, insertions);
        int skipped = 0;
        for (Candidate candidate : page.candidates()) {
            StartTag tag = candidate.tag();
            if (tag.start() < skipped || patchwork.isOurs(tag.start())) {
                continue;
            }
            Verdict verdict = verdicts.get(tag.start());
            Optional<Extent> extent = verdict == null ? Optional.empty() : page.extent(candidate);
            if (verdict != null && extent.isPresent()) {
                boolean authored = judge.isAuthored(tag);
                if (!authored) {
                    notes.replaced(tag, extent.get().end(), verdict);
                }
                skipped = replacement.carryOut(candidate, extent.get(), verdict, authored);
            } else {
                disarm(candidate);
            }
        }
        special.instructions(patchwork);
        splices.addAll(insertions.splices(page));
        insertions
                .entry()
                .flatMap(language -> new Entry(session, page, addresses, splices).splice(language))
                .ifPresent(splices::add);
        return splices;
    }

    /** Embeds first: whether a script at an unknown host is a companion depends on the embeds of the page. */
    private void judgeAll() {
        List<Candidate> later = new ArrayList<>();
        for (Candidate candidate : page.candidates()) {
            if (page.replaceable
                    && candidate.isHtml()
                    && !patchwork.isOurs(candidate.tag().start())) {
                number(candidate.tag()).ifPresent(session::taken);
                if (candidate.tag().name().equals("script")) {
                    later.add(candidate);
                } else {
                    judge(candidate);
                }
            }
        }
        later.forEach(this::judge);
    }

    /** Of a placeholder that stands there from before. */
    private Optional<Integer> number(StartTag tag) {
        return tag.name().equals("zweiklick-embed")
                ? page.source
                        .value(tag, "id")
                        .map(NUMBER::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> Integer.valueOf(matcher.group(1)))
                : Optional.empty();
    }

    private void judge(Candidate candidate) {
        Optional<Verdict> verdict = judge.judge(candidate.tag());
        if (verdict.isEmpty()) {
            return;
        }
        if (verdict.get() instanceof Verdict.Unreadable unreadable) {
            notes.unreadable(candidate.tag(), unreadable.service());
            Reports.unreadable(
                    session, unreadable.service().name(), candidate.tag().name());
        } else {
            Verdict.embedOf(verdict.get())
                    .ifPresent(embed -> session.embedded(embed.service().id()));
            verdicts.put(candidate.tag().start(), verdict.get());
        }
    }

    private void disarm(Candidate candidate) {
        special.examine(candidate);
        disarmer.disarm(candidate);
        forgeries.disarm(candidate);
        links.examine(candidate);
    }
}
