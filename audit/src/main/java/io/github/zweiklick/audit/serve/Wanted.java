package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.pages.PageChoice;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.audit.visit.AuditOrder;
import io.github.zweiklick.audit.visit.ConsentTools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An audit as the form asks for it.
 *
 * @param own hosts that are the site's own beside those of the pages
 * @param opinions browsers that open each page after the first
 * @param key that signs the report
 */
record Wanted(
        PageChoice pages,
        Set<AuditPhase> phases,
        List<String> own,
        List<TrustedHost> trusted,
        boolean phone,
        boolean privacyControl,
        boolean scripts,
        List<SecondBrowser> opinions,
        CaseFile file,
        Optional<Path> key) {

    /** A usual phone's window in CSS pixels. */
    private static final int PHONE_WIDTH = 390;

    private static final int PHONE_HEIGHT = 844;
    /** As the command's. */
    private static final Duration BUDGET = Duration.ofHours(2);

    /** Fewer than the command's: whoever asks works on this machine meanwhile. */
    private static final int PARALLEL = 2;

    Wanted {
        phases = Set.copyOf(phases);
        own = List.copyOf(own);
        opinions = List.copyOf(opinions);
        trusted = List.copyOf(trusted);
    }

    /** @param addresses the pages, once they are known */
    AuditOrder order(List<String> addresses) {
        BrowserOptions options = BrowserOptions.standard().languages("de-DE").firstParty(own.toArray(String[]::new));
        options = phone ? options.window(PHONE_WIDTH, PHONE_HEIGHT) : options;
        options = privacyControl ? options.withPrivacyControl() : options;
        options = scripts ? options : options.withoutJavaScript();
        return new AuditOrder(
                addresses, phases, options, trusted, ConsentTools.bundled(), "", file, BUDGET, PARALLEL, opinions);
    }
}
