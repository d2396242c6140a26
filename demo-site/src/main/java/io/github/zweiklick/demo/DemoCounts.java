package io.github.zweiklick.demo;

import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.CountSource;
import io.github.zweiklick.share.CountSources;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.upstream.Keeping;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The city asks the simulated networks how often its pages were shared. */
final class DemoCounts {
    private static final List<String> ASKED = List.of("facebook", "reddit", "pinterest");

    private DemoCounts() {}

    /** @param interfaces origin of {@link SimulatedInterfaces} */
    static ShareSettings of(String interfaces) {
        CountSources known = CountSources.all();
        return new ShareSettings(
                List.of(),
                false,
                new CountSettings(
                        ASKED.stream()
                                .map(id -> source(known.named(id).orElseThrow(), interfaces))
                                .toList(),
                        CountSettings.Answers.ZWEIKLICK,
                        CountSettings.TrailingSlash.KEEP,
                        List.of()));
    }

    private static CountSettings.Source source(CountSource source, String interfaces) {
        String base = SimulatedInterfaces.addresses(interfaces).get(source.id());
        Map<String, String> addresses = new LinkedHashMap<>();
        source.addresses().keySet().forEach(key -> addresses.put(key, base));
        return new CountSettings.Source(
                source,
                new UpstreamSettings(
                        source.id(),
                        new Reach.Api(Set.of(interfaces), true),
                        Limits.usual(),
                        new Keeping(Duration.ofMinutes(30), source.least(), Duration.ofDays(1))),
                addresses,
                source.texts().stream().collect(Collectors.toMap(key -> key, key -> "simulated")),
                source.secrets().stream()
                        .collect(Collectors.toMap(key -> key, key -> new Secret("simulated", () -> "simulated"))));
    }
}
