package io.github.zweiklick.share;

import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Codec;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.Snapshots;
import io.github.zweiklick.upstream.Upstream;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.upstream.UpstreamStatus;
import io.github.zweiklick.upstream.Upstreams;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often the site's pages were shared, as far as it is known: what was fetched last, at once. What is missing or due is asked
 * for in the background. Thread-safe.
 */
public final class ShareCounts {
    private static final Codec<Long> COUNT = new Codec<>() {
        @Override
        public byte[] write(Long count) {
            return count.toString().getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public Optional<Long> read(byte[] written) {
            String text = new String(written, StandardCharsets.US_ASCII);
            return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }
    };

    private final Optional<CanonicalAddress> addresses;
    private final List<Counted> networks;

    /**
     * One network that is asked.
     *
     * @param definition with which keys begin: of another one, what was fetched before is none of it
     */
    private record Counted(
            CountSettings.Source configured,
            String definition,
            Upstream upstream,
            CountSource.Counter counter,
            Snapshots<Long> snapshots) {
        static Counted of(CountSettings.Source configured, Upstreams upstreams) {
            Upstream upstream = upstreams.open(configured.upstream());
            return new Counted(
                    configured,
                    Integer.toHexString(configured.definition().hashCode()),
                    upstream,
                    configured.source().open(new Granted(configured, upstream)),
                    upstreams.snapshots(upstream, COUNT));
        }

        CountSource source() {
            return configured.source();
        }

        Duration refresh() {
            return configured.upstream().keeping().refresh();
        }
    }

    private ShareCounts(Optional<CanonicalAddress> addresses, List<Counted> networks) {
        this.addresses = addresses;
        this.networks = networks;
    }

    /** Nobody is asked, and nothing known. */
    public static ShareCounts none() {
        return new ShareCounts(Optional.empty(), List.of());
    }

    /**
     * Counts of a site's pages.
     *
     * @param origin of the site as visitors have it
     * @param own the site's hosts: of their pages only anybody is asked
     * @param before those of the configuration before, with the same upstreams: a network that is the same goes on as it is
     */
    public static ShareCounts of(
            CountSettings settings, WebUrl origin, OwnHosts own, Upstreams upstreams, ShareCounts before) {
        List<Counted> networks = new ArrayList<>();
        for (CountSettings.Source configured : settings.sources()) {
            networks.add(before.networks.stream()
                    // As text: comparing records would keep their classes beyond the application's end.
                    .filter(last -> last.configured().toString().equals(configured.toString()))
                    .findFirst()
                    .orElseGet(() -> Counted.of(configured, upstreams)));
        }
        return new ShareCounts(
                Optional.of(new CanonicalAddress(origin, own, settings.trailingSlash(), settings.parameters())),
                List.copyOf(networks));
    }

    /** What a source is granted. */
    private record Granted(CountSettings.Source configured, Upstream upstream) implements CountSource.Access {
        @Override
        public String address(String key) {
            return need(configured.addresses(), key);
        }

        @Override
        public String text(String key) {
            return need(configured.texts(), key);
        }

        @Override
        public Secret secret(String key) {
            return need(configured.secrets(), key);
        }

        private static <T> T need(Map<String, T> settings, String key) {
            return Optional.ofNullable(settings.get(key))
                    .orElseThrow(() -> new IllegalArgumentException("The source does not name \"" + key + "\""));
        }

        @Override
        public Answer exchange(Ask ask) throws UpstreamException {
            return upstream.exchange(ask);
        }
    }

    /** Whether nobody is asked, whatever the page. */
    public boolean isNone() {
        return networks.isEmpty();
    }

    /** Whether an address is one of the site's pages, be it one that nobody is asked for. */
    public boolean isOwn(String address) {
        return addresses.filter(canonical -> canonical.isOwn(address)).isPresent();
    }

    /** The counts that are known, by the networks' ids, in the order of the configuration. */
    public Map<String, Long> bySource(String address) {
        return counts(address, CountSource::id);
    }

    /** The counts that are known, by ids of services in the catalogue. */
    public Map<String, Long> byService(String address) {
        return counts(address, CountSource::service);
    }

    private Map<String, Long> counts(String address, Function<CountSource, String> name) {
        Map<String, Long> counts = new LinkedHashMap<>();
        addresses.flatMap(canonical -> canonical.of(address)).ifPresent(page -> {
            for (Counted network : networks) {
                network.snapshots()
                        .get(
                                network.definition() + " " + page,
                                () -> network.counter().count(page))
                        .value()
                        .ifPresent(count -> counts.put(name.apply(network.source()), count));
            }
        });
        return counts;
    }

    /** The shortest interval at which anything changes. */
    public Duration refresh() {
        return networks.stream().map(Counted::refresh).min(Duration::compareTo).orElse(Duration.ofHours(1));
    }

    /** Those that are asked. */
    public Set<Upstream> upstreams() {
        return networks.stream().map(Counted::upstream).collect(Collectors.toSet());
    }

    /** How the networks are. */
    public List<UpstreamStatus> statuses() {
        return networks.stream().map(network -> network.snapshots().status()).toList();
    }
}
