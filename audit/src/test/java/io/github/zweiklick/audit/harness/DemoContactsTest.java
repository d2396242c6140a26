package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.FrameRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The proof of the guarantee on the demo city with the networks' own codes and real host names: DNS questions, sockets and
 * requests of real browsers.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoContactsTest {
    private static final String SITE = "https://" + City.HOST;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration SOON = Duration.ofSeconds(15);

    private ContactHarness harness;
    private City city;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        Files.createDirectories(PICTURES);
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

    /** What is pointed at without embeds, in every page the same, is with {@code --full}. */
    @Test
    void protectedPagesContactNobodyInChromium() {
        contactNobody("https", City.PAGES, City.PAGES_WITH_EMBEDS);
    }

    /** Where Chromium asks DNS for links pointed at, unless told not to, and Fetch Metadata is missing. */
    @Test
    void protectedPagesContactNobodyOnPlainHttp() {
        contactNobody("http", City.PAGES_WITH_EMBEDS, City.PAGES_WITH_EMBEDS);
    }

    @Test
    @Tag("full")
    void nothingThatIsPointedAtContactsAnybody() {
        contactNobody("https", City.PAGES, City.PAGES);
    }

    private void contactNobody(String scheme, List<String> pages, List<String> pointedAt) {
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            for (String page : pages) {
                visit.open(scheme + "://" + City.HOST + page);
                visit.scrollToEnd();
                if (pointedAt.contains(page)) {
                    visit.hoverEverything();
                }
                assertThat(visit.consoleErrors()).as(page).isEmpty();
                visit.screenshot(PICTURES.resolve("protected" + page.replace('/', '-') + ".png"));
            }
            visit.idle(Duration.ofSeconds(2));
            assertThat(visit.storage().isEmpty()).as("%s", visit.storage()).isTrue();
            ContactReport report = visit.report();
            assertThat(report.contacts()).as("%s", report).isEmpty();
            assertThat(report.firstParty())
                    .as("but the visits took place")
                    .filteredOn(contact -> contact.level() == Level.REQUEST)
                    .hasSizeGreaterThan(pages.size());
        }
    }

    /** Every component in every state; to point at each of its some hundred links and buttons would take minutes. */
    @Test
    void theGalleryContactsNobody() {
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + "/zweiklick-gallery");
            visit.scrollToEnd();
            visit.idle(Duration.ofSeconds(2));
            ContactReport report = visit.report();
            assertThat(report.contacts()).as("%s", report).isEmpty();
            assertThat(report.firstParty()).anyMatch(contact -> contact.detail().contains("/zweiklick-gallery"));
        }
    }

    /** In Firefox pointing at an https link opens a socket to its host, whatever the page says: a visitor's act. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHROMIUM")
    void protectedPagesContactNobodyInOtherBrowsers(Engine engine) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
            for (String page : City.PAGES_WITH_EMBEDS) {
                visit.open(SITE + page);
                visit.scrollToEnd();
            }
            visit.open("http://" + City.HOST + "/mitmachen");
            visit.scrollToEnd();
            visit.idle(Duration.ofSeconds(2));
            assertThat(visit.storage().isEmpty()).isTrue();
            ContactReport report = visit.report();
            assertThat(report.contacts()).as("%s", report).isEmpty();
            assertThat(report.firstParty()).anyMatch(contact -> contact.level() == Level.REQUEST);
        }
    }

    /** The check can fail: the same pages without protection. */
    @ParameterizedTest
    @EnumSource
    void unprotectedPagesContactMany(Engine engine) {
        try (Visit visit = engine.open(harness, BrowserOptions.standard())) {
            for (String page : City.PAGES_WITH_EMBEDS) {
                visit.open(SITE + "/ohne" + page);
                visit.scrollToEnd();
            }
            visit.screenshot(PICTURES.resolve("unprotected-" + engine + ".png"));
            ContactReport report = visit.report();
            assertThat(report.foreignHosts())
                    .as("%s", report)
                    .contains(
                            "connect.facebook.net",
                            "platform.twitter.com",
                            "www.google.com",
                            "www.openstreetmap.org",
                            "fonts.googleapis.com")
                    .hasSizeGreaterThanOrEqualTo(10);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/neues/marktplatz, facebook",
        "/neues/marktplatz, x",
        "/veranstaltungen, youtube",
        "/veranstaltungen, google-maps",
        "/veranstaltungen, openstreetmap",
        "/neues/radstation, mastodon",
        "/neues/lesenacht, bluesky",
        "/stadtleben, instagram",
        "/stadtleben, vimeo",
    })
    void oneClickContactsThatServiceOnlyAndWithdrawingEndsIt(String page, String service) {
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + page);
            visit.scrollToEnd();
            visit.consent(button(service, "once"));
            assertThat(visit.waitFor(isActive(service), SOON)).as("loaded").isTrue();
            visit.screenshot(PICTURES.resolve("loaded-" + service + ".png"));
            visit.withdraw(active(service) + " [data-zweiklick=withdraw]");
            visit.during(Phase.IDLE, browser -> browser.open(SITE + page));
            assertThat(visit.consoleErrors()).isEmpty();
            ContactReport report = visit.report();
            assertThat(report.contacts(Phase.LOAD)).as("%s", report).isEmpty();
            assertThat(report.contacts(Phase.SCROLL)).as("%s", report).isEmpty();
            assertThat(report.contacts(Phase.CONSENT)).anyMatch(contact -> contact.level() == Level.REQUEST);
            assertThat(report.foreignHosts(Phase.CONSENT))
                    .as("%s", report)
                    .isNotEmpty()
                    .allMatch(host -> isDeclared(service, host));
            assertThat(report.contacts(Phase.CONSENT).stream()
                            .filter(c -> c.detail().contains(page)))
                    .as("the page's address went to nobody")
                    .isEmpty();
            assertThat(report.contacts(Phase.IDLE)).as("%s", report).isEmpty();
        }
    }

    @Test
    void aRememberedServiceLoadsByItselfUntilItIsWithdrawn() {
        String service = "youtube";
        try (Visit visit = Engine.CHROMIUM.open(harness, BrowserOptions.standard())) {
            visit.open(SITE + "/veranstaltungen");
            visit.consent(button(service, "remember"));
            assertThat(visit.waitFor(isActive(service), SOON)).isTrue();
            visit.during(Phase.CONSENT, browser -> {
                browser.open(SITE + "/veranstaltungen");
                browser.scrollToEnd();
            });
            assertThat(visit.waitFor(isActive(service), SOON))
                    .as("allowed earlier")
                    .isTrue();
            assertThat(visit.storage().localStorage()).hasSize(1);
            visit.withdraw(active(service) + " [data-zweiklick=withdraw]");
            visit.during(Phase.IDLE, browser -> {
                browser.open(SITE + "/veranstaltungen");
                browser.scrollToEnd();
            });
            assertThat(visit.evaluate("document.querySelectorAll('[data-state=active]').length")
                            .asInt())
                    .isZero();
            ContactReport report = visit.report();
            assertThat(report.contacts(Phase.LOAD)).isEmpty();
            assertThat(report.foreignHosts(Phase.CONSENT)).allMatch(host -> isDeclared(service, host));
            assertThat(report.contacts(Phase.IDLE)).as("%s", report).isEmpty();
        }
    }

    /** The first click loads, the second uses: in the named frame, without any script. */
    @Test
    void withoutScriptsTheTwoClicksWork() {
        try (Visit visit =
                Engine.CHROMIUM.open(harness, BrowserOptions.standard().withoutJavaScript())) {
            visit.open(SITE + "/veranstaltungen");
            visit.scrollToEnd();
            visit.consent(button("youtube", "once"));
            visit.screenshot(PICTURES.resolve("without-script.png"));
            ContactReport report = visit.report();
            assertThat(report.contacts(Phase.LOAD)).as("%s", report).isEmpty();
            assertThat(report.contacts(Phase.SCROLL)).as("%s", report).isEmpty();
            assertThat(report.contacts(Phase.CONSENT))
                    .as("%s", report)
                    .anyMatch(contact ->
                            contact.level() == Level.REQUEST && contact.host().equals("www.youtube-nocookie.com"));
            assertThat(report.foreignHosts(Phase.CONSENT)).allMatch(host -> isDeclared("youtube", host));
        }
    }

    private static String button(String service, String scope) {
        return "zweiklick-embed[data-service=" + service + "][data-state=placeholder] button[name=scope][value=" + scope
                + "]";
    }

    private static String active(String service) {
        return "zweiklick-embed[data-service=" + service + "][data-state=active]";
    }

    private static String isActive(String service) {
        return "!!document.querySelector('" + active(service) + " iframe')";
    }

    private static boolean isDeclared(String service, String host) {
        FrameRules frame = Catalogue.bundled().service(service).orElseThrow().frame();
        Set<String> chosen = Set.of("social.musterstadt.example");
        return Stream.of(frame.hosts(), frame.contacts(), List.copyOf(chosen))
                .flatMap(List::stream)
                .filter(pattern -> service.equals("mastodon") || !chosen.contains(pattern))
                .anyMatch(pattern ->
                        pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }
}
