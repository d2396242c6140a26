package io.github.zweiklick.audit.harness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private static final int MOST_SOURCES = 20_000;
    private static final Duration MOST = Duration.ofSeconds(12);

    private final Browser browser;
    private final Account account;
    private final BrowserOptions options;
    private final Timeline timeline;
    private final Witnesses witnesses;
    private final Set<String> ownHosts = new HashSet<>();
    private final List<Untested> untested = new ArrayList<>();
    private final Set<Source> sources = new LinkedHashSet<>();
    private Consumer<Path> keeper = log -> {};
    private boolean open = true;
    private boolean forgotten;
    private Optional<ContactReport> finished = Optional.empty();

    Visit(Browser browser, Account account, BrowserOptions options, Timeline timeline, Optional<SightingLog> servers) {
        this.browser = browser;
        this.account = account;
        this.options = options;
        this.timeline = timeline;
        this.witnesses = new Witnesses(account, timeline, servers, this::isOwn);
    }

    /** Adds what could not be observed. */
    void untested(Untested gap) {
        untested.add(gap);
    }

    /** Numbers the parts of this visit from another number than 0. To be called before {@link #open}. */
    public void numberStepsFrom(int number) {
        timeline.numberFrom(number);
    }

    /** Phase {@link Phase#LOAD}: opens an address. Its host counts as the site's own from now on. */
    public void open(String url) {
        Optional.ofNullable(URI.create(url).getHost()).ifPresent(host -> ownHosts.add(host.toLowerCase(Locale.ROOT)));
        begin(Phase.LOAD, "");
        load(url);
    }

    /** Phase {@link Phase#RELOAD}: opens an address anew, after consent to a service was taken back. */
    public void reload(String url, String about) {
        begin(Phase.RELOAD, about);
        load(url);
    }

    /** The parts of the visit that have begun, in order. */
    public List<Step> steps() {
        return timeline.steps();
    }

    /** Adds what could not be observed, unless it was said before. */
    public void leaveUntested(Untested gap) {
        untestedOnce(gap);
    }

    private void load(String url) {
        browser.open(url);
        if (options.javaScript() && !waitFor(DocumentScripts.COMPLETE, MOST)) {
            untested.add(Untested.of(Untested.Kind.NOT_LOADED, MOST.toSeconds() + " s"));
        }
        settle(QUIET, MOST);
        explain();
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
        begin(Phase.IDLE, "");
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
        during(phase, "", action);
    }

    /**
     * As {@link #during(Phase, Consumer)}.
     *
     * @param about the service it is about
     */
    public void during(Phase phase, String about, Consumer<Browser> action) {
        begin(phase, about);
        action.accept(browser);
        settle(QUIET, MOST);
        explain();
    }

    /** Looks for what may have caused contacts, while the page is still there. */
    private void explain() {
        account.look();
        if (sources.size() >= MOST_SOURCES) {
            return;
        }
        try {
            sources.addAll(browser.sources());
        } catch (RuntimeException unanswered) {
            // A page that hangs cannot be asked; its contacts are known from the logs all the same.
            untestedOnce(Untested.of(Untested.Kind.SOURCES));
        }
    }

    /** Waits until something holds in the page, at most {@code most}; whether it does. */
    public boolean waitFor(String expression, Duration most) {
        return Waiting.until(most, () -> browser.evaluate(expression).asBoolean(false));
    }

    /** Asks until there is an answer; empty when the time is over. */
    public <T> Optional<T> awaited(Duration most, Supplier<Optional<T>> question) {
        return Waiting.until(most, question);
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

    /**
     * Says what is to be done with the browser's log, if it has one, before it is deleted: once, when {@link #report} or {@link #close} has
     * ended the browser, which completes the log.
     *
     * @param keeper what it throws comes out of them; the log is deleted all the same, and a further {@link #report} tells
     *     the contacts
     */
    public void onLog(Consumer<Path> keeper) {
        this.keeper = keeper;
    }

    /** What was seen until now. A browser's log may lag behind by a few events; {@link #report} has them all. */
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

    private void begin(Phase phase, String about) {
        if (!open) {
            throw new IllegalStateException("this visit was ended by report(); soFar() tells contacts on the way");
        }
        timeline.begin(phase, about);
    }

    private void settle(Duration quiet, Duration most) {
        if (!Waiting.quiet(quiet, most, witnesses::seen)) {
            untestedOnce(Untested.of(Untested.Kind.NOT_AT_REST, most.toSeconds() + " s"));
        }
    }

    private void untestedOnce(Untested gap) {
        if (!untested.contains(gap)) {
            untested.add(gap);
        }
    }

    private ContactReport read() {
        return witnesses.report(untested, sources, !open);
    }

    private boolean isOwn(String host) {
        return ownHosts.contains(host) || HostList.covers(options.firstParty(), host);
    }

    private void leaveBrowser() {
        if (open) {
            open = false;
            browser.close();
        }
    }

    private void forget() {
        if (!forgotten) {
            forgotten = true;
            account.forget(keeper);
        }
    }

    @Override
    public void close() {
        leaveBrowser();
        forget();
    }
}
