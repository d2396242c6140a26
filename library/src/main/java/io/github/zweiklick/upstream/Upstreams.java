package io.github.zweiklick.upstream;

import io.github.zweiklick.finding.FindingLog;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** All upstreams of a site: one client, one store, and their states. Thread-safe. */
public final class Upstreams implements AutoCloseable {
    /** Things of one upstream held in memory. */
    private static final int MOST = 50_000;

    private final String site;
    private final Outbound outbound;
    private final SnapshotStore store;
    private final Clock clock;
    private final FindingLog findings;
    private final List<Upstream> opened = new CopyOnWriteArrayList<>();
    private final List<Metering> meters = new CopyOnWriteArrayList<>();

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

    /** One upstream, until this is closed. */
    public Upstream open(UpstreamSettings settings) {
        Upstream upstream = new Upstream(settings, outbound, clock, new UpstreamLog(settings.id(), clock, findings));
        opened.add(upstream);
        return upstream;
    }

    /** The snapshots of an upstream's things of one kind. */
    public <T> Snapshots<T> snapshots(Upstream upstream, Codec<T> codec) {
        Snapshots<T> snapshots = new Snapshots<>(upstream, store, codec, clock, findings, MOST);
        meters.add(Metering.of(site, upstream.settings().id(), snapshots::status, clock));
        return snapshots;
    }

    /** Ends what is under way. What was fetched can still be had, nothing more is fetched. */
    @Override
    public void close() {
        meters.forEach(Metering::close);
        opened.forEach(Upstream::close);
        outbound.close();
        store.close();
    }
}
