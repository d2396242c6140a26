package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.BrowserOptions;
import java.util.List;

/**
 * How an audit was made, so that another can be made like it.
 *
 * @param audit version of this program
 * @param browser name and version
 * @param flags the browser was started with, without paths
 * @param system name and version of the operating system
 * @param configuration SHA-256, in hexadecimal, of the site's own configuration that was read; empty where none was
 * @param proof whether the browser is known to be seen through
 * @param hash SHA-256, in hexadecimal, of all of this but versions and proof: equal for audits that can be compared
 * @param secondOpinions browsers that opened each page after the first
 */
public record Setup(
        String audit,
        String browser,
        List<String> flags,
        String system,
        List<AuditPhase> phases,
        BrowserOptions options,
        List<TrustedHost> trusted,
        String configuration,
        Proof proof,
        String hash,
        List<SecondBrowser> secondOpinions) {

    public Setup {
        flags = List.copyOf(flags);
        phases = List.copyOf(phases);
        trusted = List.copyOf(trusted);
        secondOpinions = List.copyOf(secondOpinions);
    }

    /** One with one browser. */
    public Setup(
            String audit,
            String browser,
            List<String> flags,
            String system,
            List<AuditPhase> phases,
            BrowserOptions options,
            List<TrustedHost> trusted,
            String configuration,
            Proof proof,
            String hash) {
        this(audit, browser, flags, system, phases, options, trusted, configuration, proof, hash, List.of());
    }
}
