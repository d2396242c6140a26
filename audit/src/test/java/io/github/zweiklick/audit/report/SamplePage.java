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
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Screenshot;
import io.github.zweiklick.audit.result.StepResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;

/** A page put together as a visit would have seen it: what is said after a step began belongs to it. */
final class SamplePage {
    static final Instant START = Instant.parse("2026-11-29T09:15:00Z");

    private final String url;
    private final int status;
    private Instant now = START;
    private PageFacts facts = PageFacts.NONE;
    private Map<String, String> policies = Map.of();
    private Optional<String> failure = Optional.empty();
    private final List<Step> steps = new ArrayList<>();
    private final List<StepResult> ended = new ArrayList<>();
    private final List<Contact> foreign = new ArrayList<>();
    private final List<Contact> own = new ArrayList<>();
    private final List<Contact> browserOwn = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<CookieWrite> written = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Untested> untested = new ArrayList<>();
    private final List<Screenshot> pictures = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<StoredCookie> cookies = new ArrayList<>();
    private final List<String> local = new ArrayList<>();

    /** @param status 0: none was seen */
    SamplePage(String url, int status) {
        this.url = url;
        this.status = status;
    }

    static Instant later(double seconds) {
        return START.plus(Duration.ofMillis((long) (seconds * 1000)));
    }

    SamplePage facts(PageFacts facts) {
        this.facts = facts;
        return this;
    }

    SamplePage policies(Map<String, String> policies) {
        this.policies = policies;
        return this;
    }

    SamplePage failed(String why) {
        failure = Optional.of(why);
        return this;
    }

    Step step(Phase phase, String about, double seconds) {
        endStep();
        Step step = new Step(steps.size(), phase, about, now);
        steps.add(step);
        now = now.plus(Duration.ofMillis((long) (seconds * 1000)));
        return step;
    }

    private void endStep() {
        if (steps.size() > ended.size()) {
            StorageDump dump = new StorageDump(cookies, local, List.of(), List.of(), List.of(), List.of());
            ended.add(new StepResult(last(), now, dump));
        }
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }

    private Instant at(double seconds) {
        return last().began().plus(Duration.ofMillis((long) (seconds * 1000)));
    }

    private SamplePage contact(String host, Level level, double seconds) {
        foreign.add(new Contact(host, level, last(), Witness.NETLOG, at(seconds), "as the log has it"));
        return this;
    }

    SamplePage dns(String host, double seconds) {
        return contact(host, Level.DNS, seconds);
    }

    SamplePage socket(String host, double seconds) {
        return dns(host, seconds).contact(host, Level.SOCKET, seconds + 0.05);
    }

    SamplePage udp(String host, double seconds) {
        return dns(host, seconds).contact(host, Level.UDP, seconds + 0.05);
    }

    SamplePage request(String host, String address, double seconds, long sent, long received) {
        exchanges.add(new Exchange(
                at(seconds + 0.1),
                last(),
                "GET",
                address,
                host,
                "https://www.musterstadt.example",
                "other",
                200,
                List.of(),
                Optional.of("https://www.musterstadt.example/?id=17&name=ERIKA"),
                List.of("uid", "sitzung"),
                sent,
                received));
        return socket(host, seconds).contact(host, Level.REQUEST, seconds + 0.1);
    }

    SamplePage own(String host) {
        own.add(new Contact(host, Level.REQUEST, last(), Witness.NETLOG, at(0.1), ""));
        return this;
    }

    SamplePage browserOwn(String host) {
        browserOwn.add(new Contact(host, Level.DNS, last(), Witness.NETLOG, at(0.1), ""));
        return this;
    }

    SamplePage written(String domain, String name) {
        written.add(new CookieWrite(at(1), last(), domain, name));
        return this;
    }

    /** @param days 0: until the browser closes */
    SamplePage cookie(String domain, String name, int days) {
        Optional<Instant> end = days == 0 ? Optional.empty() : Optional.of(START.plus(Duration.ofDays(days)));
        cookies.add(new StoredCookie(domain, name, end));
        return this;
    }

    SamplePage local(String key) {
        local.add(key);
        return this;
    }

    SamplePage source(String host, String tag) {
        sources.add(new Source(host, "https://" + host + "/", Source.Kind.ELEMENT, tag, List.of()));
        return this;
    }

    SamplePage script(String host, String place, String... stack) {
        sources.add(new Source(host, "https://" + host + "/", Source.Kind.SCRIPT, place, List.of(stack)));
        return this;
    }

    SamplePage gap(Untested.Kind kind) {
        return gap(Untested.of(kind));
    }

    SamplePage gap(Untested gap) {
        untested.add(gap);
        return this;
    }

    SamplePage found(Observation.Kind kind, Step step, String subject, String... details) {
        observations.add(new Observation(kind, url, Optional.of(step), subject, List.of(details)));
        return this;
    }

    SamplePage found(Observation.Kind kind, String subject, String... details) {
        observations.add(new Observation(kind, url, Optional.empty(), subject, List.of(details)));
        return this;
    }

    boolean lacks(Observation.Kind kind) {
        return observations.stream().noneMatch(seen -> seen.kind() == kind);
    }

    /** Something of a page's size. */
    SamplePage picture() {
        pictures.add(new Screenshot(last(), png(1280, 900)));
        return this;
    }

    static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x1d4477));
        pen.fillRect(0, 0, width, 120);
        pen.setColor(Color.GRAY);
        for (int y = 180; y + 18 < height; y += 36) {
            pen.fillRect(60, y, width * 2 / 3 - y % 200, 14);
        }
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PageResult result() {
        endStep();
        return new PageResult(
                url,
                url,
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                failure,
                START,
                now,
                ended,
                new ContactReport(foreign, own, browserOwn, exchanges, written, sources, steps, untested),
                facts,
                policies,
                pictures,
                observations);
    }
}
