package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.Browser;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.PageFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Consents to all that a consent tool asks for, and takes it back. */
final class Banner {
    private static final int MOST_CLICKS = 4;

    /** What a tool asks again with may come from elsewhere, or slowly. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PageAuditor auditor;
    private final Visit visit;
    private final String url;
    private final List<ConsentTool> tools;

    Banner(PageAuditor auditor, Visit visit, String url, List<ConsentTool> tools) {
        this.auditor = auditor;
        this.visit = visit;
        this.url = url;
        this.tools = tools;
    }

    /** Which tool asks, and by what buttons; empty where none of those known does. */
    Optional<PageFacts.Banner> look() {
        return asking().map(tool -> new PageFacts.Banner(
                tool.name(),
                BannerScript.first(visit, tool.accept())
                        .map(BannerScript.Seen::look)
                        .orElse(List.of()),
                BannerScript.first(visit, tool.decline())
                        .map(BannerScript.Seen::look)
                        .orElse(List.of()),
                tool.stores(),
                OptionalInt.empty()));
    }

    private Optional<ConsentTool> asking() {
        return tools.stream()
                .filter(tool -> BannerScript.first(visit, List.of(tool.shown())).isPresent())
                .findFirst();
    }

    /**
     * Consents, and takes it back.
     *
     * @param seen the tool's name, as it was seen before
     * @param withdraw whether it is taken back
     * @return how many clicks that took; empty where it was not done
     */
    OptionalInt walk(String seen, boolean withdraw) {
        String about = Step.TOOL + seen;
        Optional<ConsentTool> asking = asking().filter(tool -> tool.name().equals(seen));
        Optional<BannerScript.Seen> accept = asking.flatMap(tool -> BannerScript.first(visit, tool.accept()));
        if (accept.isEmpty()) {
            visit.leaveUntested(Untested.of(Untested.Kind.CONSENT, about));
            return OptionalInt.empty();
        }
        ConsentTool tool = asking.get();
        boolean[] clicked = {false};
        visit.during(
                Phase.CONSENT,
                about,
                browser -> clicked[0] = Clicks.click(browser, accept.get().selector()));
        auditor.done();
        if (!clicked[0]) {
            visit.leaveUntested(Untested.of(Untested.Kind.CONSENT, about));
            return OptionalInt.empty();
        }
        auditor.picture();
        return withdraw ? takeBack(tool, about) : OptionalInt.empty();
    }

    /** How many clicks it took to decline; 0 where it could not be done. */
    private int declined(ConsentTool tool, Browser browser) {
        for (int clicks = 1; clicks <= MOST_CLICKS; clicks++) {
            boolean again = clicks > 1;
            // Once it was asked to ask again, it is given time: clicked a second time it may close what it opens.
            Optional<BannerScript.Seen> decline = again
                    ? visit.awaited(PATIENCE, () -> BannerScript.first(visit, tool.decline()))
                    : BannerScript.first(visit, tool.decline());
            Optional<BannerScript.Seen> next = decline.isPresent() ? decline : BannerScript.first(visit, tool.reopen());
            if (next.isEmpty() || !Clicks.click(browser, next.get().selector())) {
                return 0;
            }
            if (decline.isPresent()) {
                return clicks;
            }
        }
        return 0;
    }

    private OptionalInt takeBack(ConsentTool tool, String about) {
        int[] clicks = {0};
        visit.during(Phase.WITHDRAW, about, browser -> clicks[0] = declined(tool, browser));
        auditor.done();
        if (clicks[0] == 0) {
            visit.leaveUntested(Untested.of(Untested.Kind.WITHDRAWAL, about));
            return OptionalInt.empty();
        }
        visit.reload(url, about);
        auditor.done();
        return OptionalInt.of(clicks[0]);
    }
}
