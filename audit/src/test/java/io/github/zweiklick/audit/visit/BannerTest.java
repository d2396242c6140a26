package io.github.zweiklick.audit.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pages whose consent is asked for by tools of other makes. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BannerTest {
    private static final String HOST = "www.bannerstadt.test";
    private static final String COUNTER = "zaehler.test";

    /** What such tools do: they keep a choice, and load what was consented to. */
    private static final String SCRIPT = """
            const load = () => { if (localStorage.ucString === 'ja') {
              const i = new Image(); i.src = 'https://%s/z.gif'; document.cookie = '_zaehler=1; max-age=99'; } };
            const choose = what => { localStorage.ucString = what; show(false); load();
              if (what !== 'ja') document.cookie = '_zaehler=; max-age=0'; };
            load();""".formatted(COUNTER);

    private static final String START =
            "<!doctype html><html lang=de><title>Bannerstadt</title><link rel=icon href=data:,><h1>Bannerstadt</h1>";

    /** In a shadow root, with two alike buttons, and one that has it ask again. */
    private static final String FAIR = START + """
            <div id=usercentrics-root></div>
            <script>
            const root = document.getElementById('usercentrics-root').attachShadow({mode: 'open'});
            root.innerHTML = `<style>button { font: 16px sans-serif; color: #000; background: #fff }</style>
              <p id=frage><button data-testid=uc-accept-all-button>Ja</button> <button data-testid=uc-deny-all-button>Nein</button></p>
              <button data-testid=uc-privacy-button hidden>Einstellungen</button>`;
            const q = id => root.querySelector(id);
            const show = on => setTimeout(() => ask(on), on ? 600 : 0);  // as one that fetches what it asks
            const ask = on => { q('#frage').hidden = !on; q('[data-testid=uc-privacy-button]').hidden = on; };
            q('[data-testid=uc-accept-all-button]').onclick = () => choose('ja');
            q('[data-testid=uc-deny-all-button]').onclick = () => choose('nein');
            q('[data-testid=uc-privacy-button]').onclick = () => show(true);
            %s
            if (localStorage.ucString) show(false);
            </script>""".formatted(SCRIPT);

    /** No button that declines, and none that has it ask again. */
    private static final String UNFAIR = START + """
            <div class=cc-window><button class="cc-btn cc-allow">Alles klar</button></div>
            <script>
            const show = on => { document.querySelector('.cc-window').hidden = !on; };
            document.querySelector('.cc-allow').onclick = () => choose('ja');
            %s
            </script>""".formatted(SCRIPT);

    /** Something lies over the button. */
    private static final String COVERED =
            UNFAIR + "<div style='position: fixed; inset: 0; background: #fff; z-index: 9'>Werbung</div>";

    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        harness.serve(
                HOST,
                request -> SiteResponse.page(
                        switch (request.target()) {
                            case "/fair" -> FAIR;
                            case "/weg" -> COVERED;
                            default -> UNFAIR;
                        }));
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    private PageResult page(String path) {
        return Audits.of(
                        harness,
                        EnumSet.of(AuditPhase.LOAD, AuditPhase.CONSENT, AuditPhase.WITHDRAW),
                        List.of("https://" + HOST + path))
                .pages()
                .get(0);
    }

    private static List<String> found(PageResult page) {
        return page.observations().stream()
                .filter(one -> one.kind().weight() != Observation.Weight.POLICY)
                .map(one -> one.kind() + " " + one.subject())
                .toList();
    }

    @Test
    void consentToEverythingIsGivenAndTakenBack() {
        PageResult page = page("/fair");
        assertThat(page.failure()).isEmpty();
        assertThat(page.contacts().steps())
                .extracting(step -> step.phase() + " " + step.about())
                .containsExactly(
                        "LOAD ", "CONSENT tool:Usercentrics", "WITHDRAW tool:Usercentrics", "RELOAD tool:Usercentrics");
        assertThat(page.contacts().foreignHosts(Phase.LOAD)).isEmpty();
        assertThat(page.contacts().foreignHosts(Phase.CONSENT)).containsExactly(COUNTER);
        assertThat(page.contacts().foreignHosts(Phase.RELOAD)).isEmpty();
        PageFacts.Banner banner = page.facts().banner().orElseThrow();
        assertThat(banner.accept()).hasSize(1);
        assertThat(banner.decline()).hasSize(1);
        assertThat(banner.clicks()).hasValue(2);
        assertThat(found(page))
                .as("that it keeps the choice is none")
                .containsExactly("HARD_TO_WITHDRAW tool:Usercentrics");
    }

    /** A page that moves the question away must not pass for one that was consented to. */
    @Test
    void aQuestionThatGoesAwayIsTold() {
        PageResult page = page("/weg");
        assertThat(page.failure()).isEmpty();
        assertThat(page.facts().banner()).isPresent();
        assertThat(page.contacts().untested()).contains(Untested.of(Untested.Kind.CONSENT, "tool:Cookie Consent"));
    }

    @Test
    void whatCannotBeDeclinedOrTakenBackIsFound() {
        PageResult page = page("/unfair");
        assertThat(found(page))
                .containsExactlyInAnyOrder(
                        "UNEQUAL_BUTTONS tool:Cookie Consent", "HARD_TO_WITHDRAW tool:Cookie Consent");
        assertThat(page.facts().banner().map(PageFacts.Banner::decline)).isEqualTo(Optional.of(List.of()));
    }
}
