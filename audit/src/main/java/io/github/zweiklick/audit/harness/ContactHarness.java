package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens real browsers and tells whom they contact.
 *
 * <pre>{@code
 * try (ContactHarness harness = ContactHarness.start()) {
 *     harness.serve("www.musterstadt.test", Site.proxyTo(demo));
 *     try (Visit visit = harness.chromium(BrowserOptions.standard())) {
 *         visit.open("https://www.musterstadt.test/");
 *         visit.scrollToEnd();
 *         ContactReport report = visit.report();
 *     }
 * }
 * }</pre>
 *
 * <p>In a network namespace of its own (environment variable {@code ZWEIKLICK_NAMESPACE=yes}, set by whoever made it) the
 * harness is the whole internet: every name exists and leads here, hosts under their real names included. Elsewhere it
 * serves nothing and has Chromium's NetLog as its only witness; reports say so. One visit at a time: servers cannot know
 * which browser asked.
 */
public final class ContactHarness implements AutoCloseable {

    /** The servers that visits meet. */
    private record World(SightingLog log, WebServers web, CertificateAuthority authority, Optional<Names> names) {}

    /** What only a namespace holds. */
    private record Names(AddressBook book, DnsLog dns, DatagramLog datagrams) {}

    private final Clock clock;
    private final Optional<World> world;

    private ContactHarness(Clock clock, Optional<World> world) {
        this.clock = clock;
        this.world = world;
    }

    /** Whether this process runs in a network namespace made for it. */
    public static boolean inNamespace() {
        return "yes".equals(System.getenv("ZWEIKLICK_NAMESPACE"));
    }

    /**
     * Starts the servers where there is a namespace.
     *
     * @throws IOException when a port is taken: another harness runs in this namespace
     */
    public static ContactHarness start() throws IOException {
        Clock clock = Clock.systemUTC();
        return new ContactHarness(clock, inNamespace() ? Optional.of(world(clock)) : Optional.empty());
    }

    /**
     * A harness without a namespace that serves names below {@code localhost}, which browsers look for on this machine
     * without asking anybody (RFC 6761, 6.3): connections and requests are seen, names and datagrams are not.
     */
    public static ContactHarness onLoopback() throws IOException {
        Clock clock = Clock.systemUTC();
        SightingLog log = new SightingLog();
        try {
            CertificateAuthority authority = new CertificateAuthority(clock);
            WebServers web = WebServers.onLoopback(log, authority, clock);
            return new ContactHarness(clock, Optional.of(new World(log, web, authority, Optional.empty())));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java lacks what certificates need: " + e.getMessage(), e);
        }
    }

    /** A harness that serves nothing, wherever it runs: its visits go to the hosts the names lead to. */
    public static ContactHarness outside() {
        return new ContactHarness(Clock.systemUTC(), Optional.empty());
    }

    private static World world(Clock clock) throws IOException {
        SightingLog log = new SightingLog();
        AddressBook book = new AddressBook();
        List<AutoCloseable> started = new ArrayList<>();
        try {
            CertificateAuthority authority = new CertificateAuthority(clock);
            WebServers web = WebServers.start(log, book, authority, clock);
            started.add(web);
            DatagramLog datagrams = DatagramLog.start(log, clock);
            started.add(datagrams);
            InetSocketAddress names = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 53);
            DnsLog dns = DnsLog.start(names, log, book, datagrams, clock);
            return new World(log, web, authority, Optional.of(new Names(book, dns, datagrams)));
        } catch (IOException | GeneralSecurityException e) {
            closeAll(started);
            throw new IOException("the namespace's servers could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Puts a site behind a host name, by http and https.
     *
     * @param host exact, or {@code *.name} for all below it; hosts never served answer with an empty page
     * @throws IllegalStateException without a namespace: names lead to the real hosts there
     */
    public void serve(String host, Site site) {
        names(host);
        world.ifPresent(there -> there.web().serve(host, site));
    }

    /**
     * Makes a name an alias of another (CNAME), as trackers hide behind names of the site.
     *
     * @throws IllegalStateException without a namespace
     */
    public void alias(String name, String canonical) {
        names(name).book().alias(name, canonical);
    }

    /** The address a host was given when it was asked for; empty: it was not. */
    public Optional<String> addressOf(String host) {
        return world.flatMap(World::names).flatMap(names -> names.book().givenTo(host));
    }

    /**
     * Puts a site behind a name below {@code localhost}, by http and https, at a port of its own.
     *
     * @return the port
     * @throws IllegalStateException when this harness is not {@link #onLoopback}
     */
    public int open(String host, Site site) throws IOException {
        World there = world.filter(servers -> servers.names().isEmpty())
                .orElseThrow(() -> new IllegalStateException("this harness serves no ports of this machine"));
        return there.web().open(host, site);
    }

    private Names names(String host) {
        return world.flatMap(World::names)
                .orElseThrow(() -> new IllegalStateException(
                        "\"" + host + "\" can only be served in a network namespace; see docs/measuring.md"));
    }

    /** Opens Chromium. */
    public Visit chromium(BrowserOptions options) {
        Timeline timeline = new Timeline(clock);
        ChromiumBrowser browser = ChromiumBrowser.start(options, fingerprint());
        return visit(browser, browser.account(), options, timeline);
    }

    /** What Chromium is started with, without paths. */
    public static List<String> chromiumFlags() {
        return ChromiumBrowser.flags();
    }

    /** Opens Firefox. */
    public Visit firefox(BrowserOptions options) {
        Timeline timeline = new Timeline(clock);
        FirefoxBrowser browser = FirefoxBrowser.start(options, world.isPresent());
        return visit(browser, browser.account(), options, timeline);
    }

    /** Opens WebKitGTK. */
    public Visit webKit(BrowserOptions options) {
        WebKitBrowser browser = WebKitBrowser.start(options);
        try {
            boolean cold =
                    world.isPresent() && !WebKitWarmUp.warm(browser, world.get().log(), clock.instant());
            Account account = world.isPresent() ? Account.NONE : browser.account();
            Visit visit = visit(browser, account, options, new Timeline(clock));
            if (cold) {
                visit.untested(Untested.of(Untested.Kind.HINTS));
            }
            return visit;
        } catch (RuntimeException e) {
            browser.close();
            throw e;
        }
    }

    /** Whether Chromium and its driver are installed. */
    public static boolean hasChromium() {
        return ChromiumBrowser.installed();
    }

    /** The Chromium that visits open: its own file, no starter. */
    public static Optional<Path> chromiumFile() {
        return Executables.chromium();
    }

    /** Whether Firefox is installed. */
    public static boolean hasFirefox() {
        return FirefoxBrowser.installed();
    }

    /** Whether WebKitGTK's MiniBrowser, its driver and Xvfb are installed. */
    public static boolean hasWebKit() {
        return WebKitBrowser.installed();
    }

    /** What went wrong in sites and servers since the start, in sentences for whoever wonders about an empty page. */
    public List<String> serverFailures() {
        List<String> failures = new ArrayList<>();
        world.ifPresent(there -> {
            failures.addAll(there.web().failures());
            there.names().ifPresent(names -> failures.addAll(names.datagrams().failures()));
        });
        return failures;
    }

    private Visit visit(Browser browser, Account account, BrowserOptions options, Timeline timeline) {
        return new Visit(browser, account, options, timeline, world.map(World::log));
    }

    private Optional<String> fingerprint() {
        return world.map(there -> {
            try {
                return there.authority().fingerprint();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no SHA-256", e);
            }
        });
    }

    private static void closeAll(List<AutoCloseable> started) throws IOException {
        for (AutoCloseable one : started) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (world.isPresent()) {
            List<AutoCloseable> started = new ArrayList<>();
            world.get().names().ifPresent(names -> started.addAll(List.of(names.dns(), names.datagrams())));
            started.add(world.get().web());
            closeAll(started);
        }
    }
}
