package io.github.zweiklick.audit.report;

import static io.github.zweiklick.audit.report.SamplePage.START;
import static io.github.zweiklick.audit.report.SamplePage.later;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import io.github.zweiklick.audit.result.Setup;
import io.github.zweiklick.audit.result.TrustedHost;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Audits to write reports of. */
public final class ReportSamples {
    public static final String SITE = "https://www.musterstadt.example";

    private ReportSamples() {}

    /** Every kind of observation, gap and step, a page that failed and one that was not visited. */
    public static AuditResult everything(Locale language) {
        return result(
                language,
                List.of(AuditPhase.values()),
                Optional.of("the time allowed was over"),
                List.of(leaking(), clean(SITE + "/rathaus"), failed(SITE + "/suche?q=Haus")),
                List.of(SITE + "/kontakt"));
    }

    public static AuditResult clean(Locale language) {
        AuditResult result = result(
                language,
                List.of(AuditPhase.LOAD, AuditPhase.INTERACT),
                Optional.empty(),
                List.of(clean(SITE + "/"), clean(SITE + "/rathaus")),
                List.of());
        Setup setup = result.setup();
        return new AuditResult(
                new CaseFile("", "", "", "", ZoneId.of("Europe/Berlin"), language),
                new Setup(
                        setup.audit(),
                        setup.browser(),
                        setup.flags(),
                        setup.system(),
                        setup.phases(),
                        BrowserOptions.standard(),
                        List.of(),
                        setup.configuration(),
                        setup.proof(),
                        setup.hash()),
                result.started(),
                result.ended(),
                Optional.empty(),
                result.pages(),
                List.of());
    }

    /** Titles in scripts from everywhere, and names without an end. */
    public static AuditResult scripts(Locale language) {
        String host = "sehr-langer-name-".repeat(8) + ".cdn.example";
        List<PageResult> pages = Stream.of(
                        "İstanbul'da ğüşöç Iı – Çok güzel",
                        "أخبار المدينة: جولة في دار البلدية (2026) سلام",
                        "Новости города · Νέα της πόλης · חדשות העיר",
                        "中文 \ue000 Begriffe")
                .map(title -> {
                    SamplePage page = new SamplePage(SITE + "/" + "pfad/".repeat(title.length()), 200)
                            .facts(new PageFacts(true, title, List.of(), false, List.of(), List.of()));
                    Step load = page.step(Phase.LOAD, "", 4);
                    page.request(host, "https://" + host + "/?" + "name".repeat(60) + "=1", 0.6, 512, 18_432)
                            .source(host, "<img src=\"https://" + host + "/" + "abcdefghij".repeat(22) + "\">")
                            .found(Observation.Kind.CONTACT, load, host, "request");
                    return page.result();
                })
                .toList();
        return result(language, List.of(AuditPhase.LOAD), Optional.empty(), pages, List.of());
    }

    public static AuditResult failed(Locale language) {
        return result(language, List.of(AuditPhase.LOAD), Optional.empty(), List.of(failed(SITE + "/")), List.of());
    }

    public static AuditResult result(
            Locale language,
            List<AuditPhase> phases,
            Optional<String> stopped,
            List<PageResult> pages,
            List<String> notVisited) {
        return new AuditResult(
                new CaseFile(
                        "Beschwerde vom 12. November 2026 über eingebundene Netzwerke",
                        "DSB 4711/26-3",
                        "E. Beispiel",
                        "Startseite und Seiten des Menüs",
                        ZoneId.of("Europe/Berlin"),
                        language),
                new Setup(
                        "0.1.0",
                        "chrome 156.0.8078.108",
                        List.of("--headless=new", "--no-first-run", "--log-net-log=…"),
                        "Linux 6.12.57",
                        phases,
                        BrowserOptions.standard()
                                .firstParty("*.musterstadt.example")
                                .withPrivacyControl()
                                .login(List.of(new LoginCookie(SITE, "SESSION", "geheim"))),
                        List.of(
                                new TrustedHost(
                                        "karten.landkreis.example", "Kartendienst des Kreises, Vertrag von 2024"),
                                new TrustedHost("*.cdn.example", "")),
                        "",
                        Audits.PROVEN,
                        "3f2a".repeat(16),
                        pages.stream()
                                .flatMap(page -> page.opinions().stream())
                                .map(SecondOpinion::browser)
                                .distinct()
                                .toList()),
                START,
                later(240),
                stopped,
                pages,
                notVisited);
    }

    /** A page that does about everything it should not. */
    public static PageResult leaking() {
        SamplePage page = new SamplePage(SITE + "/?id=17", 200)
                .facts(new PageFacts(
                        true,
                        "Musterstadt: Aktuelles aus dem Rathaus",
                        List.of(
                                new PageFacts.Placeholder(
                                        "youtube", SITE + "/zweiklick/airlock?x=1", List.of(), List.of()),
                                new PageFacts.Placeholder(
                                        "facebook", SITE + "/zweiklick/airlock?x=2", List.of(), List.of())),
                        false,
                        List.of("<input type=\"checkbox\" checked=\"\">"),
                        List.of()))
                .policies(Map.of(
                        "content-security-policy", "default-src 'self'; img-src *", "referrer-policy", "unsafe-url"));
        Step load = page.step(Phase.LOAD, "", 4);
        page.own("www.musterstadt.example").own("bilder.musterstadt.example").browserOwn("update.browser.example");
        page.dns("www.youtube.com", 0.4)
                .request(
                        "fonts.googleapis.com",
                        "https://fonts.googleapis.com/css2?family=Roboto&kunde=ERIKA",
                        0.6,
                        512,
                        18_432)
                .request("fonts.gstatic.com", "https://fonts.gstatic.com/s/roboto/v30/x.woff2", 0.9, 480, 71_200)
                .request("karten.landkreis.example", "https://karten.landkreis.example/kachel/1", 1.2, 410, 9_014)
                .socket("connect.facebook.net", 1.4)
                .request("zaehler.example", "https://zaehler.example/p?uid=ERIKA&seite=17", 1.6, 733, 43)
                .request("zaehler.example", "https://zaehler.example/p?uid=ERIKA&seite=17", 2.6, 733, 43)
                .written("zaehler.example", "uid")
                .written("zaehler.example", "probe")
                .source("zaehler.example", "<img src=\"https://zaehler.example/p?uid=ERIKA\" width=\"1\" height=\"1\">")
                .script(
                        "connect.facebook.net", "https://www.musterstadt.example/js/seite.js:120",
                        "laden https://www.musterstadt.example/js/seite.js:120",
                                "onload https://www.musterstadt.example/js/seite.js:12")
                .cookie(".zaehler.example", "uid", 730)
                .cookie("www.musterstadt.example", "besuch", 0)
                .local("zuletzt")
                .picture();
        Step scroll = page.step(Phase.SCROLL, "", 3);
        page.request("i.ytimg.com", "https://i.ytimg.com/vi/x/hqdefault.jpg", 0.8, 455, 20_881);
        Step hover = page.step(Phase.HOVER, "", 8);
        page.udp("stun.beispiel.example", 2);
        Step consent = page.step(Phase.CONSENT, "youtube", 6);
        page.request(
                        "www.youtube-nocookie.com",
                        "https://www.youtube-nocookie.com/embed/x?autoplay=0",
                        0.5,
                        620,
                        88_102)
                .request("play.google.com", "https://play.google.com/log?format=json", 2, 2_210, 131)
                .cookie(".youtube-nocookie.com", "VISITOR_INFO1_LIVE", 179)
                .picture();
        Step withdraw = page.step(Phase.WITHDRAW, "youtube", 2);
        Step reload = page.step(Phase.RELOAD, "youtube", 4);
        page.request("play.google.com", "https://play.google.com/log?format=json", 1, 2_210, 131);
        page.step(Phase.LEAVE, "", 1);
        Stream.of(Untested.Kind.values())
                .filter(kind -> kind != Untested.Kind.EVERYTHING)
                .forEach(page::gap);
        page.gap(Untested.of(Untested.Kind.WITHDRAWAL, "facebook"));
        page.found(Observation.Kind.CONTACT, load, "www.youtube.com", "dns")
                .found(Observation.Kind.CONTACT, scroll, "i.ytimg.com", "dns", "socket", "request")
                .found(Observation.Kind.CONTACT, hover, "stun.beispiel.example", "dns", "udp");
        for (String host :
                List.of("fonts.googleapis.com", "fonts.gstatic.com", "connect.facebook.net", "zaehler.example")) {
            page.found(
                    Observation.Kind.CONTACT,
                    load,
                    host,
                    "socket",
                    "request",
                    "<script src=\"https://" + host + "/x?uid=ERIKA\">");
        }
        page.found(Observation.Kind.PAGE_ADDRESS_SENT, load, "zaehler.example", "Referer: " + SITE + "/?id=17")
                .found(Observation.Kind.STORAGE, load, "cookie: uid (zaehler.example)")
                .found(Observation.Kind.STORAGE, load, "local storage: zuletzt")
                .found(Observation.Kind.UNDECLARED_HOST, consent, "play.google.com", "request")
                .found(Observation.Kind.UNDECLARED_COOKIE, consent, "cookie: ANDERES (youtube-nocookie.com)")
                .found(Observation.Kind.CONTACT_AFTER_WITHDRAWAL, reload, "play.google.com", "request")
                .found(Observation.Kind.STORAGE_AFTER_WITHDRAWAL, withdraw, "local storage: spieler");
        Arrays.stream(Observation.Kind.values())
                .filter(kind -> page.lacks(kind))
                .forEach(kind -> page.found(kind, kind == Observation.Kind.WEAK_POLICY ? "" : "facebook", "img-src *"));
        return seconded(page.result());
    }

    /** One other browser saw some of it, one broke off. */
    private static PageResult seconded(PageResult page) {
        Step load = new Step(7, Phase.LOAD, "", later(60));
        ContactReport seen = new ContactReport(
                List.of(new Contact(
                        "www.youtube.com", Level.DNS, load, Witness.MOZ_LOG, later(61), "HTTPS, for https://example")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(load),
                List.of(Untested.of(Untested.Kind.ALIASES), Untested.of(Untested.Kind.OPTION, "--gpc")));
        ContactReport nothing = new ContactReport(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return page.with(page.observations().stream()
                        .map(one -> one.subject().equals("www.youtube.com") ? one.andIn(SecondBrowser.FIREFOX) : one)
                        .toList())
                .and(List.of(
                        new SecondOpinion(
                                SecondBrowser.FIREFOX, "firefox 153.8.0", Optional.empty(), later(60), later(70), seen),
                        new SecondOpinion(
                                SecondBrowser.WEBKIT, "", Optional.of("it crashed"), later(70), later(71), nothing)));
    }

    public static PageResult clean(String url) {
        SamplePage page = new SamplePage(url, 200)
                .facts(new PageFacts(true, "Rathaus", List.of(), true, List.of(), List.of()))
                .policies(Map.of("content-security-policy", "default-src 'self'"));
        page.step(Phase.LOAD, "", 3);
        page.own("www.musterstadt.example").picture();
        page.step(Phase.SCROLL, "", 2);
        page.step(Phase.HOVER, "", 5);
        return page.result();
    }

    public static PageResult failed(String url) {
        return new SamplePage(url, 0).failed("net::ERR_CONNECTION_REFUSED").result();
    }
}
