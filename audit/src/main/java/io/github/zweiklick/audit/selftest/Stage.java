package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.Site;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where pages of the corpus are served. */
final class Stage implements AutoCloseable {

    private final ContactHarness harness;
    private final Mode mode;

    private Stage(ContactHarness harness, Mode mode) {
        this.harness = harness;
        this.mode = mode;
    }

    /** @throws IOException when the servers cannot be started */
    static Stage open(Mode mode) throws IOException {
        return new Stage(mode == Mode.NAMESPACE ? ContactHarness.start() : ContactHarness.onLoopback(), mode);
    }

    ContactHarness harness() {
        return harness;
    }

    Mode mode() {
        return mode;
    }

    /** Serves a page and what its vectors lead to. */
    LeakHosts serve(LeakPage page) throws IOException {
        return mode == Mode.NAMESPACE ? inNamespace(page) : onLoopback(page);
    }

    private LeakHosts inNamespace(LeakPage page) {
        LeakHosts hosts = LeakHosts.named();
        Site site = request -> page.answer(request.path(), hosts);
        harness.serve(hosts.of(page), site);
        harness.serve("*." + hosts.of(page), request -> site.answer(request).with("Access-Control-Allow-Origin", "*"));
        page.vectors().stream()
                .filter(LeakVector::cloaked)
                .forEach(vector -> harness.alias(vector.name() + "." + hosts.of(page), hosts.of(vector)));
        return hosts;
    }

    private LeakHosts onLoopback(LeakPage page) throws IOException {
        Map<String, Integer> ports = new HashMap<>();
        LeakHosts hosts = LeakHosts.onLoopback(ports);
        for (LeakVector vector : page.vectors()) {
            ports.put(hosts.of(vector), harness.open(hosts.of(vector), Site.unknown()));
        }
        ports.put(hosts.of(page), harness.open(hosts.of(page), request -> page.answer(request.path(), hosts)));
        return hosts;
    }

    /** What a vector's host may be called in reports. */
    Set<String> namesOf(LeakVector vector, LeakHosts hosts) {
        String host = hosts.of(vector);
        return Stream.concat(Stream.of(host), harness.addressOf(host).stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() throws IOException {
        harness.close();
    }
}
