package io.github.zweiklick.audit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.catalogue.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What touches a demand, and what does not. */
class JudgeTest {
    private static final String NETWORK = "www.youtube-nocookie.com";
    private static final String STRANGER = "fremd.test";

    private static List<Observation> judged(Seen seen, TrustedHost... trusted) {
        return judge(trusted).judge(seen.result());
    }

    private static Judge judge(TrustedHost... trusted) {
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
        return new Judge(Catalogue.bundled(), List.of(trusted), List.of("*.musterstadt.test"), Set.of(), clock);
    }

    private static List<Observation.Kind> kinds(Seen seen, TrustedHost... trusted) {
        return judged(seen, trusted).stream().map(Observation::kind).toList();
    }

    @Test
    void aPageThatContactsNobodyIsFoundNothingOf() {
        assertThat(judged(Seen.page().then(Phase.SCROLL, "").then(Phase.LEAVE, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOAD", "SCROLL", "HOVER", "IDLE", "LEAVE"})
    void beforeConsentEveryForeignContactCounts(Phase phase) {
        assertThat(kinds(Seen.page().then(phase, "").contact(NETWORK))).containsExactly(Observation.Kind.CONTACT);
    }

    /** Browsers differ in when they contact a host, and a host is one thing to assess. */
    @Test
    void whatSeveralBrowsersContactIsOneFindingThatNamesThem() {
        Seen first = Seen.page()
                .contact("alle.test")
                .then(Phase.SCROLL, "")
                .contact("alle.test")
                .contact("spaet.test");
        Seen firefox = Seen.page()
                .contact("spaet.test")
                .contact("fremd.test")
                .contact("vertraut.test")
                .then(Phase.SCROLL, "")
                .contact("alle.test")
                .contact("fremd.test");
        Seen webKit = Seen.page().contact("fremd.test");
        assertThat(judge(new TrustedHost("vertraut.test", "Vertrag"))
                        .judge(first.result()
                                .and(List.of(firefox.in(SecondBrowser.FIREFOX), webKit.in(SecondBrowser.WEBKIT)))))
                .extracting(found -> found.subject() + " "
                        + found.step().map(Step::phase).orElseThrow() + " " + found.in() + found.also())
                .containsExactly(
                        "alle.test LOAD Optional.empty[]",
                        "alle.test SCROLL Optional.empty[FIREFOX]",
                        "spaet.test SCROLL Optional.empty[FIREFOX]",
                        "fremd.test LOAD Optional[FIREFOX][WEBKIT]",
                        "fremd.test SCROLL Optional[FIREFOX][]");
    }

    /** Nobody consented to anything in the other browser. */
    @Test
    void whatTheFirstBrowserContactsAfterConsentIsNoExcuseForAnother() {
        Seen first = Seen.page().then(Phase.CONSENT, "youtube").contact(NETWORK);
        assertThat(judge().judge(first.result()
                        .and(List.of(Seen.page().contact(NETWORK).in(SecondBrowser.FIREFOX)))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(Observation.Kind.CONTACT);
                    assertThat(found.others()).containsExactly(SecondBrowser.FIREFOX);
                });
    }

    @Test
    void afterConsentTheDeclaredHostsMayBeContacted() {
        assertThat(judged(Seen.page()
                        .then(Phase.CONSENT, "youtube")
                        .contact(NETWORK)
                        .contact("i.ytimg.com")))
                .isEmpty();
        assertThat(kinds(Seen.page().then(Phase.CONSENT, "youtube").contact(STRANGER)))
                .containsExactly(Observation.Kind.UNDECLARED_HOST);
        assertThat(kinds(Seen.page().then(Phase.CONSENT, "vimeo").contact(NETWORK)))
                .as("another service's")
                .containsExactly(Observation.Kind.UNDECLARED_HOST);
        assertThat(kinds(Seen.page().then(Phase.CONSENT, "unbekannt").contact(NETWORK)))
                .as("a service nothing is known of")
                .containsExactly(Observation.Kind.UNDECLARED_HOST);
    }

    @Test
    void takenBackIsTakenBack() {
        Seen lastWords = Seen.page()
                .then(Phase.CONSENT, "youtube")
                .then(Phase.WITHDRAW, "youtube")
                .contact(NETWORK);
        assertThat(judged(lastWords)).isEmpty();
        assertThat(kinds(lastWords.then(Phase.RELOAD, "youtube").contact(NETWORK)))
                .containsExactly(Observation.Kind.CONTACT_AFTER_WITHDRAWAL);
        assertThat(kinds(Seen.page()
                        .then(Phase.CONSENT, "youtube")
                        .then(Phase.RELOAD, "youtube")
                        .then(Phase.CONSENT, "vimeo")
                        .contact(NETWORK)))
                .containsExactly(Observation.Kind.UNDECLARED_HOST);
    }

    @Test
    void leavingWhileAServiceIsLoadedIsItsAffair() {
        assertThat(judged(Seen.page()
                        .then(Phase.CONSENT, "youtube")
                        .then(Phase.LEAVE, "")
                        .contact(NETWORK)))
                .isEmpty();
    }

    @Test
    void trustedHostsAreNoFinding() {
        TrustedHost trusted = new TrustedHost("*.fremd.test", "Vertrag");
        assertThat(judged(Seen.page().request("bild.fremd.test", Seen.URL), trusted))
                .isEmpty();
        assertThat(kinds(Seen.page().contact("nichtfremd.test"), trusted)).containsExactly(Observation.Kind.CONTACT);
    }

    @Test
    void thePagesAddressIsNobodysBusiness() {
        assertThat(kinds(Seen.page().then(Phase.CONSENT, "youtube").request(NETWORK, Seen.URL)))
                .containsExactly(Observation.Kind.PAGE_ADDRESS_SENT);
        assertThat(judged(Seen.page().then(Phase.CONSENT, "youtube").request(NETWORK, "https://" + Seen.HOST + "/")))
                .as("the origin")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self'",
                "default-src 'none'; img-src 'self' data: https://bilder.musterstadt.test:*",
                "default-src *, default-src 'self' musterstadt.test:*",
                "default-src 'self' 'nonce-abc' blob:; script-src-elem 'sha256-x='; report-uri /r"
            })
    void strictPolicies(String policy) {
        assertThat(judged(Seen.withPolicies(Map.of("content-security-policy", policy))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src *|default-src *",
                "default-src https:|default-src https:",
                "script-src 'self'|default-src",
                "default-src 'self'; frame-src https://www.youtube.com|frame-src https://www.youtube.com",
                "default-src 'self' *.test|default-src *.test"
            })
    void weakPolicies(String policy, String why) {
        assertThat(judged(Seen.withPolicies(Map.of("content-security-policy", policy))))
                .singleElement()
                .satisfies(one -> assertThat(one.details()).containsExactly(why));
    }

    @Test
    void noPolicyAtAllAndAReferrerForEverybody() {
        assertThat(kinds(Seen.withPolicies(Map.of("referrer-policy", "no-referrer, unsafe-url"))))
                .containsExactly(Observation.Kind.WEAK_POLICY, Observation.Kind.REFERRER_POLICY);
    }

    @Test
    void factsThatWereCheckedLongAgoAreStale() {
        PageFacts facts = new PageFacts(
                true,
                "",
                List.of(new PageFacts.Placeholder("youtube", "", List.of(), List.of())),
                true,
                List.of(),
                List.of());
        assertThat(judged(Seen.page().facts(facts))).isEmpty();
        Clock later = Clock.fixed(Instant.parse("2029-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(new Judge(Catalogue.bundled(), List.of(), List.of(), Set.of(), later)
                        .judge(Seen.page().facts(facts).result()))
                .extracting(Observation::kind)
                .containsExactly(Observation.Kind.STALE_FACTS);
    }
}
