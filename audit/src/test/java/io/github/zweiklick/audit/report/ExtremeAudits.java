package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.CookieWrite;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Source;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.StorageDump;
import io.github.zweiklick.audit.harness.StoredCookie;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Audits of pages that overdo it. */
public final class ExtremeAudits {
    /** What no report may hold, in pieces that stand at many places of {@link #hostile()}. */
    public static final List<String> SECRETS = List.of("erika.muster", "hunter2", "9f8e7d6c5b4a39281706f5e4d3c2b1a0");

    private ExtremeAudits() {}

    /** A page that says what it should not, wherever it can. */
    public static AuditResult hostile() {
        String host = "\u001b[2J\u009b31m\u202e\ud800 \"},]\n\r\u2028</script>\u0000";
        String evil = host + " https://x.example/?mail=erika.muster@example.org&p=hunter2"
                + " 9f8e7d6c5b4a39281706f5e4d3c2b1a0" + " ä".repeat(5_000);
        List<String> evils = List.of(evil);
        Step step = Audits.step(0, Phase.LOAD, evil);
        StorageDump dump = new StorageDump(
                List.of(new StoredCookie(host, evil, Optional.of(Instant.MAX))), evils, evils, evils, evils, evils);
        Contact contact = new Contact(host, Level.REQUEST, step, Witness.NETLOG, Audits.STARTED, evil);
        Exchange exchange = new Exchange(
                Audits.STARTED,
                step,
                evil,
                "https://x.example/?p=hunter2&m=erika.muster@example.org#" + evil,
                host,
                evil,
                evil,
                0,
                List.of(new Exchange.Field(evil, evil)),
                Optional.of(evil),
                evils,
                Long.MAX_VALUE,
                0);
        ContactReport report = new ContactReport(
                List.of(contact),
                List.of(contact),
                List.of(contact),
                List.of(exchange),
                List.of(new CookieWrite(Audits.STARTED, step, host, evil)),
                List.of(new Source(host, evil, Source.Kind.ELEMENT, evil, evils)),
                List.of(step),
                List.of(Untested.of(Untested.Kind.LOG, evil)));
        PageFacts.Button button = new PageFacts.Button(0, 0, 0, evil);
        PageResult page = new PageResult(
                "https://erika:hunter2@x.example/?token=9f8e7d6c5b4a39281706f5e4d3c2b1a0",
                evil,
                OptionalInt.empty(),
                Optional.of(evil),
                Audits.STARTED,
                Audits.STARTED,
                List.of(new StepResult(step, Audits.STARTED, dump)),
                report,
                new PageFacts(
                        false,
                        evil,
                        List.of(new PageFacts.Placeholder(evil, evil, List.of(button), List.of(button))),
                        false,
                        evils,
                        List.of(new PageFacts.Link(host, "<a href=\"https://x.example/?p=hunter2\">" + evil, evil))),
                Map.of("content-security-policy", evil),
                List.of(),
                List.of(new Observation(Observation.Kind.STORAGE, evil, Optional.of(step), evil, evils)));
        AuditResult result = Audits.of(page, page);
        return new AuditResult(
                result.file(),
                result.setup(),
                Audits.STARTED,
                Audits.STARTED,
                Optional.of(evil),
                result.pages(),
                evils);
    }

    /** A page with many contacts and requests. */
    public static AuditResult big(int contacts) {
        List<Contact> all = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            String host = "h" + i % 500 + ".example";
            all.add(Audits.contact(host, Level.REQUEST, Audits.LOAD));
            exchanges.add(Audits.exchange("https://" + host + "/" + i + "?v=" + i, host, Audits.LOAD, "other", 200));
        }
        return Audits.of(Audits.page(
                Audits.PAGE,
                new ContactReport(
                        all, List.of(), List.of(), exchanges, List.of(), List.of(), List.of(Audits.LOAD), List.of())));
    }
}
