package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.TrustedHost;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an audit is asked to do.
 *
 * @param urls pages in the order in which they are visited
 * @param phases beside loading
 * @param trusted hosts that are no finding
 * @param tools consent tools of other makes whose buttons are known
 * @param configuration SHA-256, in hexadecimal, of the site's own configuration; empty where none was read
 * @param budget how long the whole may take; pages that are not begun by then are told as not visited
 * @param parallel how many browsers work at once, from 1
 * @param opinions browsers that open each page after the first
 */
public record AuditOrder(
        List<String> urls,
        Set<AuditPhase> phases,
        BrowserOptions options,
        List<TrustedHost> trusted,
        List<ConsentTool> tools,
        String configuration,
        CaseFile file,
        Duration budget,
        int parallel,
        List<SecondBrowser> opinions) {

    public AuditOrder {
        urls = List.copyOf(urls);
        Set<AuditPhase> all = EnumSet.of(AuditPhase.LOAD);
        all.addAll(phases);
        if (all.contains(AuditPhase.WITHDRAW)) {
            all.add(AuditPhase.CONSENT);
        }
        phases = Set.copyOf(all);
        trusted = List.copyOf(trusted);
        tools = List.copyOf(tools);
        opinions = opinions.stream().distinct().sorted().toList();
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one browser: " + parallel);
        }
    }

    /** One browser is enough. */
    public AuditOrder(
            List<String> urls,
            Set<AuditPhase> phases,
            BrowserOptions options,
            List<TrustedHost> trusted,
            List<ConsentTool> tools,
            String configuration,
            CaseFile file,
            Duration budget,
            int parallel) {
        this(urls, phases, options, trusted, tools, configuration, file, budget, parallel, List.of());
    }

    public AuditOrder with(BrowserOptions other) {
        return new AuditOrder(urls, phases, other, trusted, tools, configuration, file, budget, parallel, opinions);
    }

    /** In the order in which they take place. */
    List<AuditPhase> phasesInOrder() {
        return List.copyOf(EnumSet.copyOf(phases));
    }
}
