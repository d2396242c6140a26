package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Engine;
import io.github.zweiklick.audit.harness.Visit;
import java.io.IOException;
import java.time.Duration;

/** A protected site, and visits to it in Chromium. */
record SiteVisits(ContactHarness harness, ProtectedSite site) implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** @param further members of the site's configuration, each after a comma */
    static SiteVisits start(String further) throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        ContactHarness harness = ContactHarness.start();
        return new SiteVisits(harness, ProtectedSite.serve(harness, further));
    }

    Visit open() {
        site.forgetAnswers();
        return Engine.CHROMIUM.open(harness, BrowserOptions.standard().firstParty(ProtectedSite.HOST));
    }

    static void holds(Visit visit, String expression) {
        assertThat(visit.waitFor(expression, PATIENCE)).as(expression).isTrue();
    }

    @Override
    public void close() throws IOException {
        harness.close();
    }
}
