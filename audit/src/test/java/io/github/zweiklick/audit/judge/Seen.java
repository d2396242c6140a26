package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.SecondOpinion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A page of a test, and what was seen on it. */
final class Seen {
    static final String HOST = "www.musterstadt.test";
    static final String URL = "https://" + HOST + "/rathaus?seite=2";

    private final List<Step> steps = new ArrayList<>(List.of(step(0, Phase.LOAD, "")));
    private final List<Contact> foreign = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, String> policies;
    private PageFacts facts = PageFacts.NONE;

    private Seen(Map<String, String> policies) {
        this.policies = policies;
    }

    static Seen page() {
        return new Seen(Map.of("content-security-policy", "default-src 'self'"));
    }

    static Seen withPolicies(Map<String, String> policies) {
        return new Seen(policies);
    }

    private static Step step(int number, Phase phase, String about) {
        return new Step(number, phase, about, Instant.EPOCH.plusSeconds(number));
    }

    Seen then(Phase phase, String about) {
        steps.add(step(steps.size(), phase, about));
        return this;
    }

    Seen facts(PageFacts shown) {
        facts = shown;
        return this;
    }

    Seen contact(String host) {
        foreign.add(contacted(host));
        return this;
    }

    Seen request(String host, String referer) {
        Step now = steps.get(steps.size() - 1);
        exchanges.add(new Exchange(
                now.began(),
                now,
                "GET",
                "https://" + host + "/",
                host,
                "https://" + HOST,
                "other",
                200,
                List.of(),
                Optional.of(referer),
                List.of(),
                1,
                1));
        return contact(host);
    }

    private Contact contacted(String host) {
        Step now = steps.get(steps.size() - 1);
        return new Contact(host, Level.DNS, now, Witness.NETLOG, now.began(), "A");
    }

    /** What another browser contacted meanwhile, with the steps it took. */
    SecondOpinion in(SecondBrowser browser) {
        return new SecondOpinion(browser, "", Optional.empty(), Instant.EPOCH, Instant.EPOCH, result().contacts());
    }

    PageResult result() {
        ContactReport contacts = new ContactReport(
                foreign, List.of(contacted(HOST)), List.of(), exchanges, List.of(), List.of(), steps, List.of());
        return new PageResult(
                URL,
                URL,
                OptionalInt.of(200),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                contacts,
                facts,
                policies,
                List.of(),
                List.of());
    }
}
