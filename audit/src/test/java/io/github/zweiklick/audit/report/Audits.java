package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.CookieWrite;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Source;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.StorageDump;
import io.github.zweiklick.audit.harness.StoredCookie;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.Screenshot;
import io.github.zweiklick.audit.result.Setup;
import io.github.zweiklick.audit.result.StepResult;
import io.github.zweiklick.audit.result.TrustedHost;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Audits as they could have been. */
final class Audits {
    static final Instant STARTED = Instant.parse("2026-11-29T10:00:00Z");
    static final String PAGE = "https://www.musterstadt.example/aktuelles?id=17";

    static final Step LOAD = step(0, Phase.LOAD, "");
    static final Step CONSENT = step(1, Phase.CONSENT, "youtube");
    static final Step WITHDRAW = step(2, Phase.WITHDRAW, "youtube");
    static final Step LEAVE = step(3, Phase.LEAVE, "");

    private Audits() {}

    static Step step(int number, Phase phase, String about) {
        return new Step(number, phase, about, STARTED.plusSeconds(number));
    }

    static Contact contact(String host, Level level, Step step) {
        return new Contact(
                host, level, step, Witness.NETLOG, step.began(), "https://" + host + "/x, initiator " + PAGE);
    }

    static Exchange exchange(String url, String host, Step step, String type, int status) {
        return new Exchange(
                step.began(),
                step,
                "GET",
                url,
                host,
                "https://www.musterstadt.example",
                type,
                status,
                List.of(new Exchange.Field("content-type", "text/html")),
                Optional.of(PAGE),
                List.of("NID"),
                400,
                2_000);
    }

    static final Proof PROVEN = new Proof.Passed(Instant.parse("2026-11-29T20:30:07Z"), true, true, 305);

    static Setup setup() {
        return new Setup(
                "0.1.0",
                "chrome 156.0.8078.108",
                List.of("--headless=new"),
                "Linux 6.12.57",
                List.of(AuditPhase.LOAD, AuditPhase.CONSENT),
                BrowserOptions.standard()
                        .firstParty("*.musterstadt.example")
                        .login(List.of(new LoginCookie(PAGE, "SESSION", "hunter2"))),
                List.of(new TrustedHost("karten.example", "Vertrag vom 1. März")),
                "",
                PROVEN,
                "0".repeat(64));
    }

    /** One without a page. */
    static AuditResult empty() {
        return new AuditResult(
                new CaseFile("", "", "", "", ZoneId.of("Europe/Berlin"), Locale.GERMAN),
                setup(),
                STARTED,
                STARTED.plusSeconds(60),
                Optional.of("the time allowed was over"),
                List.of(),
                List.of(PAGE));
    }

    static AuditResult of(PageResult... pages) {
        return new AuditResult(
                new CaseFile("Anlass", "Az. 4711", "E. Muster", "alle", ZoneId.of("Europe/Berlin"), Locale.GERMAN),
                setup(),
                STARTED,
                STARTED.plusSeconds(60),
                Optional.empty(),
                List.of(pages),
                List.of());
    }

    /** One with a page on which there is some of everything. */
    static AuditResult some() {
        return of(page(
                PAGE,
                new ContactReport(
                        List.of(
                                contact("d2a8f3k9x1b7.cdn.example", Level.DNS, LOAD),
                                contact("www.google-analytics.com", Level.REQUEST, LOAD),
                                contact("karten.example", Level.REQUEST, LOAD),
                                contact("www.youtube-nocookie.com", Level.REQUEST, CONSENT)),
                        List.of(contact("www.musterstadt.example", Level.REQUEST, LOAD)),
                        List.of(contact("clients2.google.com", Level.DNS, LOAD)),
                        List.of(
                                exchange(
                                        "http://www.musterstadt.example/",
                                        "www.musterstadt.example",
                                        LOAD,
                                        "main frame",
                                        301),
                                exchange(PAGE, "www.musterstadt.example", LOAD, "main frame", 200),
                                exchange(
                                        "https://www.google-analytics.com/collect?cid=1&uid=hunter2",
                                        "www.google-analytics.com",
                                        LOAD,
                                        "other",
                                        204),
                                exchange(
                                        "https://www.google-analytics.com/collect?cid=2",
                                        "www.google-analytics.com",
                                        LOAD,
                                        "other",
                                        204),
                                exchange(
                                        "wss://chat.musterstadt.example/ws",
                                        "chat.musterstadt.example",
                                        LOAD,
                                        "other",
                                        101)),
                        List.of(
                                new CookieWrite(STARTED, LOAD, ".musterstadt.example", "PHPSESSID"),
                                new CookieWrite(STARTED, LOAD, "www.google-analytics.com", "gone"),
                                new CookieWrite(STARTED, CONSENT, ".youtube.com", "YSC")),
                        List.of(new Source(
                                "d2a8f3k9x1b7.cdn.example",
                                "https://d2a8f3k9x1b7.cdn.example/vi/x/hq.jpg",
                                Source.Kind.SCRIPT,
                                "https://www.musterstadt.example/site.js:10",
                                List.of("load https://www.musterstadt.example/site.js:10"))),
                        List.of(LOAD, CONSENT, WITHDRAW, LEAVE),
                        List.of(Untested.of(Untested.Kind.WIRE), Untested.of(Untested.Kind.NOT_AT_REST, "12 s")))));
    }

    static PageResult page(String url, ContactReport report) {
        StorageDump early = new StorageDump(
                List.of(
                        new StoredCookie(".musterstadt.example", "PHPSESSID", Optional.empty()),
                        new StoredCookie("www.google-analytics.com", "_ga", Optional.of(STARTED.plusSeconds(864_000)))),
                List.of("theme"),
                List.of("tab"),
                List.of("db"),
                List.of("v1"),
                List.of("https://www.musterstadt.example/"));
        StorageDump late = new StorageDump(
                List.of(new StoredCookie(".youtube.com", "YSC", Optional.empty())),
                List.of("later"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new PageResult(
                url,
                url,
                OptionalInt.of(200),
                Optional.empty(),
                STARTED,
                STARTED.plusSeconds(30),
                // The last part broke off.
                List.of(
                        new StepResult(LOAD, STARTED.plusSeconds(5), early),
                        new StepResult(CONSENT, STARTED.plusSeconds(9), late)),
                report,
                new PageFacts(
                        true,
                        "Aktuelles – Straße",
                        List.of(new PageFacts.Placeholder(
                                "youtube",
                                "https://www.musterstadt.example/zweiklick/airlock?service=youtube&id=dQw4w9WgXcQ",
                                List.of(new PageFacts.Button(44, 16, 7.2, "255 255 255")),
                                List.of(new PageFacts.Button(Double.NaN, 16, Double.POSITIVE_INFINITY, "")))),
                        true,
                        List.of("<input type=\"checkbox\" checked=\"\">"),
                        List.of(
                                new PageFacts.Link(
                                        "www.facebook.com",
                                        "<a href=\"https://www.facebook.com/StadtMusterstadt#x\">",
                                        "Facebook"),
                                new PageFacts.Link("kreis.example", "<a href=\"https://kreis.example/", "Kreis"))),
                Map.of("referrer-policy", "no-referrer"),
                List.of(new Screenshot(LOAD, new byte[] {(byte) 0x89, 'P', 'N', 'G'})),
                List.of(
                        new Observation(
                                Observation.Kind.CONTACT,
                                url,
                                Optional.of(LOAD),
                                "d2a8f3k9x1b7.cdn.example",
                                List.of("dns")),
                        new Observation(Observation.Kind.NO_SETTINGS, url, Optional.empty(), "", List.of()),
                        new Observation(
                                Observation.Kind.UNDECLARED_HOST,
                                url,
                                Optional.of(CONSENT),
                                "www.gstatic.com",
                                List.of())));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
