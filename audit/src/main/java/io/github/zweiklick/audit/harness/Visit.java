package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One browser's visit, part by part. Each part ends when nothing new was seen for a while, so that what it caused is told
 * as its own.
 */
public final class Visit implements AutoCloseable {

    /** What a visitor may point at: links and whatever stands for an embed. */
    private static final String POINTED_AT =
            "a[href], area[href], iframe, embed, object, video, zweiklick-embed, button";

    private static final int MOST_POINTED_AT = 200;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(12);

    private final Browser browser;
    private final BrowserOptions options;
    private final Timeline timeline;
    private final Optional<SightingLog> servers;
    private final Set<String> ownHosts = new HashSet<>();
    private final List<Untested> untested = new ArrayList<>();
    private boolean open = true;
    private Optional<ContactReport> finished = Optional.empty();

    Visit(Browser browser, BrowserOptions options, Timeline timeline, Optional<SightingLog> servers) {
        this.browser = browser;
        this.options = options;
        this.timeline = timeline;
        this.servers = servers;
    }

    /** Adds what could not be observed. */
    void untested(Untested gap) {
        untested.add(gap);
    }

    /** Phase {@link Phase#LOAD}: opens an address. Its host counts as the site's own from now on. */
    public void open(String url) {
        Optional.ofNullable(URI.create(url).getHost()).ifPresent(host -> ownHosts.add(host.toLowerCase(Locale.ROOT)));
        begin(Phase.LOAD);
        browser.open(url);
        if (options.javaScript() && !waitFor(DocumentScripts.COMPLETE, MOST)) {
            untested.add(Untested.of(Untested.Kind.NOT_LOADED, MOST.toSeconds() + " s"));
        }
        settle(QUIET, MOST);
    }

    /** Phase {@link Phase#SCROLL}. */
    public void scrollToEnd() {
        during(Phase.SCROLL, Browser::scrollToEnd);
        if (options.javaScript() && !browser.evaluate(DocumentScripts.AT_END).asBoolean(true)) {
            untested.add(Untested.of(Untested.Kind.SCROLLING));
        }
    }

    /** Phase {@link Phase#HOVER}: points at links, embeds and buttons, then walks the first of them with the Tab key. */
    public void hoverEverything() {
        during(Phase.HOVER, it -> {
            int most = it.hoverEach(POINTED_AT, MOST_POINTED_AT);
            if (most == MOST_POINTED_AT) {
                untested.add(Untested.of(Untested.Kind.POINTING, Integer.toString(most)));
            }
            it.press("\t".repeat(Math.min(most, 20)));
        });
    }

    /** Phase {@link Phase#IDLE}: nothing is done until nothing was seen for {@code quiet}. */
    public void idle(Duration quiet) {
        begin(Phase.IDLE);
        settle(quiet, quiet.plus(MOST));
    }

    /** Phase {@link Phase#CONSENT}: clicks what gives consent. */
    public void consent(String css) {
        during(Phase.CONSENT, it -> it.click(css));
    }

    /** Phase {@link Phase#WITHDRAW}: clicks what takes it back. */
    public void withdraw(String css) {
        during(Phase.WITHDRAW, it -> it.click(css));
    }

    /** Phase {@link Phase#LEAVE}: goes away from the page, which may send its last beacons. */
    public void leave() {
        during(Phase.LEAVE, it -> it.open("about:blank"));
    }

    /** Does something with the browser as part of a phase and waits until it settles. */
    public void during(Phase phase, Consumer<Browser> action) {
        begin(phase);
        action.accept(browser);
        settle(QUIET, MOST);
    }

    /** Waits until something holds in the page, at most {@code most}; whether it does. */
    public boolean waitFor(String expression, Duration most) {
        return Waiting.until(most, () -> browser.evaluate(expression).asBoolean(false));
    }

    /** The value of an expression in the page, promises awaited. */
    public JsonNode evaluate(String expression) {
        return browser.evaluate(expression);
    }

    public StorageDump storage() {
        return browser.storage();
    }

    public List<String> consoleErrors() {
        return browser.consoleErrors();
    }

    public void screenshot(Path file) {
        browser.screenshot(file);
    }

    /** The browser itself, for what a visit has no word for. Contacts go to the phase that was begun last. */
    public Browser browser() {
        return browser;
    }

    /** What was seen until now. Chromium's log may lag behind by a few events; {@link #report} has them all. */
    public ContactReport soFar() {
        return finished.orElseGet(this::read);
    }

    /** Ends the visit and tells its contacts: only a browser that has left has written all of its log. */
    public ContactReport report() {
        if (finished.isEmpty()) {
            leaveBrowser();
            finished = Optional.of(read());
            forget();
        }
        return finished.get();
    }

    private void begin(Phase phase) {
        if (!open) {
            throw new IllegalStateException("this visit was ended by report(); soFar() tells contacts on the way");
        }
        timeline.begin(phase);
    }

    private void settle(Duration quiet, Duration most) {
        if (!Waiting.quiet(quiet, most, this::seen)) {
            Untested restless = Untested.of(Untested.Kind.NOT_AT_REST, most.toSeconds() + " s");
            if (!untested.contains(restless)) {
                untested.add(restless);
            }
        }
    }

    private long seen() {
        return servers.map(SightingLog::seen).orElse(0L)
                + browser.netLog().map(file -> file.toFile().length()).orElse(0L);
    }

    private ContactReport read() {
        List<Sighting> sightings = new ArrayList<>();
        List<Untested> gaps = new ArrayList<>(untested);
        servers.ifPresentOrElse(
                log -> sightings.addAll(log.since(timeline.start())), () -> gaps.add(Untested.of(Untested.Kind.WIRE)));
        servers.filter(SightingLog::overflowed).ifPresent(log -> gaps.add(Untested.of(Untested.Kind.OVERFLOW)));
        browser.netLog().ifPresentOrElse(file -> readNetLog(file, sightings, gaps), () -> {
            if (servers.isEmpty()) {
                gaps.add(Untested.of(Untested.Kind.EVERYTHING));
            }
        });
        return sorted(sightings, gaps);
    }

    private void readNetLog(Path file, List<Sighting> sightings, List<Untested> gaps) {
        try {
            NetLog.Reading reading = NetLog.read(file);
            sightings.addAll(reading.sightings());
            if (!open && !reading.complete()) {
                gaps.add(Untested.of(Untested.Kind.END_OF_LOG));
            }
        } catch (IOException e) {
            gaps.add(Untested.of(Untested.Kind.LOG, String.valueOf(e.getMessage())));
        }
    }

    private ContactReport sorted(List<Sighting> sightings, List<Untested> gaps) {
        sightings.sort(Comparator.comparing(Sighting::time));
        BrowserTraffic traffic = new BrowserTraffic(sightings);
        List<Contact> foreign = new ArrayList<>();
        List<Contact> firstParty = new ArrayList<>();
        List<Contact> browserOwn = new ArrayList<>();
        for (Sighting seen : sightings) {
            Contact contact = new Contact(
                    seen.host(), seen.level(), timeline.at(seen.time()), seen.witness(), seen.time(), seen.detail());
            if (isOwn(seen.host())) {
                firstParty.add(contact);
            } else if (traffic.isOwn(seen)) {
                browserOwn.add(contact);
            } else {
                foreign.add(contact);
            }
        }
        return new ContactReport(foreign, firstParty, browserOwn, gaps);
    }

    private boolean isOwn(String host) {
        return ownHosts.contains(host)
                || options.firstParty().stream()
                        .anyMatch(own -> own.startsWith("*.") ? host.endsWith(own.substring(1)) : own.equals(host));
    }

    private void leaveBrowser() {
        if (open) {
            open = false;
            browser.close();
        }
    }

    private void forget() {
        if (browser instanceof ChromiumBrowser chromium) {
            chromium.forget();
        }
    }

    @Override
    public void close() {
        leaveBrowser();
        forget();
    }
}
