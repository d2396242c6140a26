package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.PageFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Consents to one service after the other by the documented markup of placeholders ({@code docs/contract.md}), and takes
 * each consent back before the next.
 */
final class Consents {
    private static final int MOST_SERVICES = 12;

    private final PageAuditor auditor;
    private final Visit visit;
    private final String url;
    private final boolean withdraw;

    /** @param withdraw whether consent is taken back; otherwise each is for the one time only */
    Consents(PageAuditor auditor, Visit visit, String url, boolean withdraw) {
        this.auditor = auditor;
        this.visit = visit;
        this.url = url;
        this.withdraw = withdraw;
    }

    void walk(PageFacts facts) {
        Set<String> services = new LinkedHashSet<>();
        for (PageFacts.Placeholder placeholder : facts.placeholders()) {
            if (!placeholder.once().isEmpty() && placeholder.service().matches("[a-z0-9-]+")) {
                services.add(placeholder.service());
            }
        }
        List<String> tried = services.stream().limit(MOST_SERVICES).toList();
        if (tried.size() < services.size()) {
            visit.leaveUntested(Untested.of(Untested.Kind.SERVICES, Integer.toString(MOST_SERVICES)));
        }
        for (String service : tried) {
            if (consent(service) && withdraw) {
                takeBack(service);
            }
        }
    }

    private boolean consent(String service) {
        String embed = "zweiklick-embed[data-service=\"" + service + "\"]";
        String remember = embed + "[data-state=placeholder] button[value=remember]";
        String once = embed + "[data-state=placeholder] button[value=once]";
        String button = withdraw && isShown(remember) ? remember : once;
        if (!isShown(button)) {
            visit.leaveUntested(Untested.of(Untested.Kind.CONSENT, service));
            return false;
        }
        visit.during(Phase.CONSENT, service, browser -> Clicks.click(browser, button));
        auditor.done();
        auditor.picture();
        boolean loaded = isShown(embed + "[data-state=active]");
        if (!loaded) {
            visit.leaveUntested(Untested.of(Untested.Kind.CONSENT, service));
        }
        return loaded;
    }

    private void takeBack(String service) {
        String bar = "zweiklick-embed[data-service=\"" + service + "\"][data-state=active] [data-zweiklick=";
        String stop = bar + "withdraw]";
        String close = bar + "close]";
        String button = isShown(stop) ? stop : close;
        if (isShown(button)) {
            boolean[] clicked = {false};
            visit.during(Phase.WITHDRAW, service, browser -> clicked[0] = Clicks.click(browser, button));
            auditor.done();
            if (!clicked[0]) {
                visit.leaveUntested(Untested.of(Untested.Kind.WITHDRAWAL, service));
            }
        } else {
            visit.leaveUntested(Untested.of(Untested.Kind.WITHDRAWAL, service));
        }
        visit.reload(url, service);
        auditor.done();
    }

    private boolean isShown(String css) {
        return visit.evaluate("(e => !!e && e.getClientRects().length > 0"
                        + " && getComputedStyle(e).visibility === 'visible')(document.querySelector('" + css + "'))")
                .asBoolean(false);
    }
}
