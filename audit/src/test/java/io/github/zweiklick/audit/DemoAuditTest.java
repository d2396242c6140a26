package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.City;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.visit.Audits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an officer is told of the demo city: nothing of its protected pages in any phase, a great deal of the others. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoAuditTest {
    private static final String SITE = "https://" + City.HOST;

    private ContactHarness harness;
    private City city;
    private Path folder = Path.of("");

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        folder = temporary;
        harness = ContactHarness.start();
        city = City.open(harness);
    }

    @AfterAll
    void stop() throws Exception {
        if (city != null) {
            city.close();
        }
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void protectedPagesAreCleanInAllPhasesAndServicesContactWhatTheyDeclare() throws Exception {
        List<PageResult> pages = audit(City.PAGES_WITH_EMBEDS.stream().map(page -> SITE + page));
        for (PageResult page : pages) {
            assertThat(page.failure()).as(page.url()).isEmpty();
            assertThat(page.observations()).as("%s", page.contacts()).isEmpty();
            assertThat(page.contacts().contacts())
                    .as(page.url())
                    .allMatch(contact -> contact.phase() == Phase.CONSENT || contact.phase() == Phase.WITHDRAW);
        }
        assertThat(pages.stream().flatMap(page -> page.steps().stream()))
                .as("services were consented to, and it was taken back")
                .filteredOn(step -> step.step().phase() == Phase.RELOAD)
                .hasSizeGreaterThan(pages.size());
        assertThat(pages.stream().flatMap(page -> page.contacts().foreignHosts(Phase.CONSENT).stream()))
                .as("and loaded")
                .hasSizeGreaterThan(pages.size());
    }

    @Test
    void unprotectedPagesAreFullOfFindings() throws Exception {
        for (PageResult page : audit(City.PAGES_WITH_EMBEDS.stream().limit(2).map(path -> SITE + "/ohne" + path))) {
            assertThat(page.observations())
                    .extracting(Observation::kind)
                    .contains(Observation.Kind.CONTACT, Observation.Kind.STORAGE, Observation.Kind.WEAK_POLICY);
        }
    }

    private List<PageResult> audit(Stream<String> pages) throws IOException {
        Path config = Files.writeString(folder.resolve("zweiklick.json"), City.CONFIGURATION);
        return Audits.of(harness, SiteConfiguration.read(config), pages.toList())
                .pages();
    }
}
