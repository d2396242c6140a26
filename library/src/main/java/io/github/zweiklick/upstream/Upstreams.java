package io.github.zweiklick.upstream;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** All upstreams of a site: one client, one store, and their states. Thread-safe. */
public final class Upstreams implements AutoCloseable {
    /** Things of one upstream held in memory. */
    private static final int MOST = 50_000;
    /** How long threads have to end once they have been told to. */
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final String site;
    private final Outbound outbound;
    private final SnapshotStore store;
    private final Ledger ledger;
    private final Clock clock;
    private final FindingLog findings;
    private final List<Upstream> opened = new CopyOnWriteArrayList<>();
    /** Asked no more, but perhaps still at what they were asked last. */
    private final List<Upstream> ending = new CopyOnWriteArrayList<>();

    private final ScheduledThreadPoolExecutor ticks = new ScheduledThreadPoolExecutor(
            1, Threads.named("zweiklick-upstream-ticks"), new ThreadPoolExecutor.DiscardPolicy());
    private final Map<Upstream, Metering> meters = new ConcurrentHashMap<>();

    Upstreams(
            OutboundSettings settings,
            String site,
            DnsResolver resolver,
            SnapshotStore store,
            Clock clock,
            FindingLog findings) {
        this.site = site;
        this.outbound = new Outbound(settings, userAgent(site), resolver);
        this.store = store;
        this.ledger = store.ledger(clock);
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * Upstreams that are asked over the network.
     *
     * @param site origin of the site that asks; stands in every request, as some networks demand
     */
    public static Upstreams of(OutboundSettings settings, String site, Clock clock, FindingLog findings) {
        return new Upstreams(
                settings, site, SystemDefaultDnsResolver.INSTANCE, store(settings, clock, findings), clock, findings);
    }

    private static String userAgent(String site) {
        String version = Optional.ofNullable(Upstreams.class.getPackage().getImplementationVersion())
                .map(number -> "/" + number)
                .orElse("");
        return "Zweiklick" + version + " (+" + site + "/)";
    }

    private static SnapshotStore store(OutboundSettings settings, Clock clock, FindingLog findings) {
        return ServiceLoader.load(SnapshotStore.class, SnapshotStore.class.getClassLoader())
                .findFirst()
                .orElseGet(() -> settings.snapshots()
                        .<SnapshotStore>map(directory -> new FileSnapshotStore(directory, clock, findings))
                        .orElseGet(SnapshotStore::none));
    }

    /**
     * One upstream, until this is closed or it is not retained. It asks for nothing as long as one that is retired and has an
     * origin in common with it is at something: of two that read the same, one would pay for what the other has read.
     */
    public Upstream open(UpstreamSettings settings) {
        Upstream upstream = new Upstream(
                settings,
                outbound,
                clock,
                new UpstreamLog(settings.id(), clock, findings),
                () -> isFree(settings.reach().origins()));
        opened.add(upstream);
        return upstream;
    }

    private boolean isFree(Set<String> origins) {
        ending.removeIf(Upstream::hasEnded);
        return ending.stream()
                .allMatch(other -> Collections.disjoint(other.settings().reach().origins(), origins));
    }

    /**
     * Retires all that were opened, but for some.
     *
     * @param used those that are asked from now on
     * @return ids of those that are retired
     */
    public Set<String> retain(Set<Upstream> used) {
        List<Upstream> unused =
                opened.stream().filter(upstream -> !used.contains(upstream)).toList();
        ending.addAll(unused);
        opened.removeAll(unused);
        unused.forEach(upstream -> {
            Optional.ofNullable(meters.remove(upstream)).ifPresent(Metering::close);
            upstream.retire();
        });
        return unused.stream().map(upstream -> upstream.settings().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** Closes others, which this goes on in place of: what they are at ends before this asks for the same. */
    public void succeed(Upstreams before) {
        before.end();
        ending.addAll(before.opened);
        ending.addAll(before.ending);
    }

    /** Where what must not be lost is kept; keys are the caller's. */
    public Ledger ledger() {
        return ledger;
    }

    public Clock clock() {
        return clock;
    }

    /**
     * A way to what addresses met in content name, until this is closed.
     *
     * @param configured origins that the operator named: they may be in the house, and without TLS
     * @param limits of one download; number and pace are the caller's affair
     */
    public Downloads downloads(Set<String> configured, Limits limits) {
        return new Downloads(outbound, configured, limits);
    }

    /** The snapshots of an upstream's things of one kind. */
    public <T> Snapshots<T> snapshots(Upstream upstream, Codec<T> codec) {
        Snapshots<T> snapshots = new Snapshots<>(upstream, store, codec, clock, findings, MOST);
        meters.put(upstream, Metering.of(site, upstream.settings().id(), snapshots::status, clock));
        return snapshots;
    }

    /**
     * Does something now and then, on a thread of its own, until this is closed.
     *
     * @param task short: it asks for what is to be fetched, and does not fetch
     * @return ends it
     */
    public Runnable every(Duration time, Runnable task) {
        ScheduledFuture<?> scheduled = ticks.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException unforeseen) {
                        // Else it would be done no more, and nobody would know why.
                        findings.report(new Finding(
                                Finding.Kind.UPSTREAM,
                                "snapshots",
                                "What is due could not be asked for ("
                                        + unforeseen.getClass().getSimpleName() + ")",
                                "Tell the makers of Zweiklick: this is a fault of the program."));
                    }
                },
                0,
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Does something short in the background, unless this is closed. */
    public void soon(Runnable task) {
        ticks.execute(task);
    }

    /**
     * Ends what is under way, and waits a little for its end. What was fetched can still be had, nothing more is fetched.
     */
    @Override
    public void close() {
        end();
        long until = System.nanoTime() + ENDING.toNanos();
        try {
            boolean unused = ticks.awaitTermination(ENDING.toNanos(), TimeUnit.NANOSECONDS);
            for (Upstream upstream : opened) {
                upstream.awaitEnd(until - System.nanoTime());
            }
            for (Upstream upstream : ending) {
                upstream.awaitEnd(until - System.nanoTime());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        meters.values().forEach(Metering::close);
        ticks.shutdownNow();
        opened.forEach(Upstream::close);
        ending.forEach(Upstream::close);
        outbound.close();
        store.close();
    }
}
