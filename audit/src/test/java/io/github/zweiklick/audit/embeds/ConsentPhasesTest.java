package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.visit.Audits;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An audit gives consent to one service at a time, takes it back, and tells what goes beyond what was said. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentPhasesTest {
    private static final String SPY = "spion.test";
    private static final SiteResponse FILM =
            SiteResponse.page("<!doctype html><html lang=de><title>Film</title><link rel=icon href=data:,>");

    private ContactHarness harness;
    private ProtectedSite site;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
    }

    @BeforeEach
    void serve() {
        site = ProtectedSite.serve(harness);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    private static List<String> steps(PageResult page) {
        return page.steps().stream().map(step -> step.step().toString()).toList();
    }

    private static List<String> found(PageResult page, Observation.Kind kind) {
        return page.observations().stream()
                .filter(one -> one.kind() == kind)
                .map(Observation::subject)
                .toList();
    }

    private static Optional<Phase> phase(PageResult page, Observation.Kind kind) {
        return page.observations().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .flatMap(Observation::step)
                .map(Step::phase);
    }

    @Test
    void aProtectedPageIsCleanInAllPhasesAndContactsOnlyWhatIsDeclared() {
        PageResult page =
                Audits.page(harness, site.content("/", ProtectedSite.VIDEO + ProtectedSite.FILM + ProtectedSite.MAP));

        assertThat(page.failure()).isEmpty();
        assertThat(steps(page))
                .containsExactly(
                        "LOAD",
                        "SCROLL",
                        "HOVER",
                        "IDLE",
                        "CONSENT (youtube)",
                        "WITHDRAW (youtube)",
                        "RELOAD (youtube)",
                        "CONSENT (vimeo)",
                        "WITHDRAW (vimeo)",
                        "RELOAD (vimeo)",
                        "CONSENT (openstreetmap)",
                        "WITHDRAW (openstreetmap)",
                        "RELOAD (openstreetmap)",
                        "LEAVE");
        assertThat(page.observations()).as("%s", page.contacts()).isEmpty();
        assertThat(page.contacts().contacts())
                .as("consented to")
                .extracting(contact -> contact.step() + " " + contact.host())
                .contains(
                        "CONSENT (youtube) " + ProtectedSite.VIDEO_HOST,
                        "CONSENT (vimeo) " + ProtectedSite.FILM_HOST,
                        "CONSENT (openstreetmap) www.openstreetmap.org")
                .allMatch(contact -> contact.startsWith("CONSENT") || contact.startsWith("WITHDRAW"));
        assertThat(page.pictures()).hasSizeBetween(2, 4);
    }

    @Test
    void whatAServiceDoesBeyondItsDeclarationIsFound() {
        harness.serve(
                ProtectedSite.VIDEO_HOST,
                request -> SiteResponse.page(
                                "<!doctype html><html lang=de><title>Film</title><link rel=icon href=data:,>"
                                        + "<img src=https://" + SPY + "/zaehler.gif alt=''>")
                        .with("Set-Cookie", "VISITOR_INFO1_LIVE=1; Secure; SameSite=None; Max-Age=99")
                        .with("Set-Cookie", "heimlich=1; Secure; SameSite=None; Max-Age=99"));
        PageResult page = Audits.page(harness, site.content("/", ProtectedSite.VIDEO));

        assertThat(found(page, Observation.Kind.UNDECLARED_HOST)).containsExactly(SPY);
        assertThat(phase(page, Observation.Kind.UNDECLARED_HOST)).contains(Phase.CONSENT);
        assertThat(found(page, Observation.Kind.UNDECLARED_COOKIE))
                .containsExactly("cookie: heimlich (" + ProtectedSite.VIDEO_HOST + ")");
        assertThat(found(page, Observation.Kind.CONTACT)).isEmpty();
        assertThat(found(page, Observation.Kind.STORAGE)).isEmpty();
    }

    @Test
    void contactAndStorageAfterWithdrawalAreFound() {
        harness.serve(ProtectedSite.VIDEO_HOST, request -> FILM);
        String url = site.content("/", ProtectedSite.VIDEO);
        site.change(
                "/",
                html -> html.replace(
                        "</body>",
                        "<script>if (document.cookie.includes('war=hier')) { const l = document.createElement('link');"
                                + "l.rel = 'preconnect'; l.href = 'https://" + SPY + "/'; document.head.append(l); }"
                                + "addEventListener('click', () => { document.cookie = 'war=hier; Max-Age=99'; });</script>"
                                + "</body>"));
        PageResult page = Audits.page(harness, url);

        assertThat(found(page, Observation.Kind.CONTACT_AFTER_WITHDRAWAL)).containsExactly(SPY);
        assertThat(phase(page, Observation.Kind.CONTACT_AFTER_WITHDRAWAL)).contains(Phase.RELOAD);
        assertThat(found(page, Observation.Kind.STORAGE_AFTER_WITHDRAWAL))
                .containsExactly("cookie: war (" + ProtectedSite.HOST + ")");
    }

    @Test
    void thePatternsOfAskingAreLookedAt() {
        harness.serve(ProtectedSite.VIDEO_HOST, request -> FILM);
        String url = site.content(
                "/",
                ProtectedSite.VIDEO
                        + "<div class=cookie-hinweis><label><input type=checkbox checked>Werbung</label></div>"
                        + "<p><a href=\"https://www.instagram.com/musterstadt/\">Unsere Bilder</a>"
                        + " <a href=\"https://www.instagram.com/rathaus/\">Rathaus bei Instagram</a></p>");
        site.change(
                "/",
                html -> html.replaceAll("<a [^>]*href=\"/zweiklick/settings[^>]*>", "<a>")
                        .replace("</head>", "<style>button[value=once] { font-size: 9px !important }</style></head>")
                        // As a page that the filter did not see to would have it.
                        .replaceAll(
                                "/zweiklick/out\\?to=[^\"]*instagram.com%2Fmusterstadt%2F",
                                "https://www.instagram.com/musterstadt/")
                        .replaceAll("<span class=\"zweiklick-note\">[^<]*</span>", ""));
        PageResult page = Audits.page(harness, url);

        assertThat(found(page, Observation.Kind.NO_SETTINGS)).hasSize(1);
        assertThat(found(page, Observation.Kind.PRESELECTED)).containsExactly("<input type=\"checkbox\" checked=\"\">");
        assertThat(found(page, Observation.Kind.UNEQUAL_BUTTONS)).containsExactly("youtube");
        assertThat(found(page, Observation.Kind.UNMARKED_LINK)).containsExactly("www.instagram.com");
    }
}
