package io.github.zweiklick.audit.junit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.selftest.BrowserProof;
import io.github.zweiklick.audit.selftest.SelfTestRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * JUnit extension that opens pages in Chromium and tells whom they contact.
 *
 * <pre>{@code
 * class StartPageTest {
 *     @RegisterExtension
 *     static final PageAudit audit = PageAudit.create()
 *             .configuration(Path.of("src/main/webapp/WEB-INF/zweiklick.json"))
 *             .reports(Path.of("target/page-audits"));
 *
 *     @Test
 *     void contactsNobody() {
 *         audit.assertThatPage("http://localhost:8080/").contactsNobodyBeforeConsent().storesNothingBeforeConsent();
 *     }
 * }
 * }</pre>
 *
 * <p>Before the first test it makes sure that there is a browser, and that it is known to be seen through: where it has passed no
 * self-test yet, a short one is run once (half a minute) and kept for the user. Where either is missing the tests fail, since one
 * that is not run proves nothing; {@link #skippingWithoutBrowser} has them skipped.
 *
 * <p>A page gets a browser of its own with an empty profile, as in {@code zweiklick-audit visit}. Settings are immutable: each method
 * makes another instance, which shares the session of the one it was made from.
 */
public final class PageAudit implements BeforeAllCallback, AfterAllCallback {
    private final Settings settings;
    private final Session session;

    /** What lasts from the first test to the last. Instances made from a registered one share it. */
    private static final class Session {
        private Optional<ContactHarness> harness = Optional.empty();
        private Proof proof = new Proof.Missing("there was no self-test");
    }

    /**
     * How pages are visited.
     *
     * @param reports where reports are written; empty: nowhere
     * @param skips whether tests are skipped without a browser
     */
    record Settings(
            BrowserOptions options, SiteConfiguration site, Optional<Path> reports, boolean skips, Duration longest) {}

    private PageAudit(Settings settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    private PageAudit with(Settings changed) {
        return new PageAudit(changed, session);
    }

    /** The bundled catalogue, 1280 × 900, German, no reports; at most ten minutes a page. */
    public static PageAudit create() {
        return new PageAudit(
                new Settings(
                        BrowserOptions.standard(),
                        SiteConfiguration.none(),
                        Optional.empty(),
                        false,
                        Duration.ofMinutes(10)),
                new Session());
    }

    /** How the browser is started, and which hosts are the site's own beside those of the pages. */
    public PageAudit browser(BrowserOptions options) {
        return with(new Settings(options, settings.site(), settings.reports(), settings.skips(), settings.longest()));
    }

    /**
     * The site's own {@code zweiklick.json}: its services and hosts count as declared.
     *
     * @throws io.github.zweiklick.ConfigurationException when it is wrong, naming the place
     * @throws UncheckedIOException when it cannot be read
     */
    public PageAudit configuration(Path file) {
        try {
            return with(new Settings(
                    settings.options(),
                    SiteConfiguration.read(file),
                    settings.reports(),
                    settings.skips(),
                    settings.longest()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** Writes {@code report.html} and {@code audit.json} of each page into a folder of its own below this one. */
    public PageAudit reports(Path folder) {
        return with(new Settings(
                settings.options(), settings.site(), Optional.of(folder), settings.skips(), settings.longest()));
    }

    /** Skips the tests where there is no browser, or none that has passed the self-test, in place of failing them. */
    public PageAudit skippingWithoutBrowser() {
        return with(new Settings(settings.options(), settings.site(), settings.reports(), true, settings.longest()));
    }

    /**
     * A page to make assertions about. It is visited when the first one needs it.
     *
     * @param url http or https; the server may be one that the test started
     * @throws IllegalArgumentException when it is neither
     */
    public PageAssert assertThatPage(String url) {
        URI address = URI.create(url);
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException(url + ": write an address such as http://localhost:8080/");
        }
        ContactHarness started = session.harness.orElseThrow(() -> new IllegalStateException(
                "PageAudit was not started: register it as a static field with" + " @RegisterExtension"));
        return new PageAssert(url, new PageVisitor(started, settings, session.proof));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<Path> chromium = ContactHarness.chromiumFile();
        if (chromium.isEmpty() || !ContactHarness.hasChromium()) {
            missing("Chromium and its driver are missing (Debian: chromium, chromium-driver)");
        }
        session.proof = BrowserProof.of(
                chromium.orElseThrow(),
                SelfTestRecord.standardFolder(),
                true,
                line -> context.publishReportEntry("self-test", line));
        if (session.proof instanceof Proof.Missing why) {
            missing(why.why());
        }
        session.harness = Optional.of(ContactHarness.outside());
    }

    private void missing(String why) {
        if (settings.skips()) {
            throw new TestAbortedException("Could not test: " + why);
        }
        throw new IllegalStateException("Could not test: " + why
                + ". PageAudit.skippingWithoutBrowser() skips the tests in place of failing them.");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (session.harness.isPresent()) {
            session.harness.get().close();
        }
        session.harness = Optional.empty();
    }
}
