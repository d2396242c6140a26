package io.github.zweiklick.audit.selftest;

import java.util.Map;

/** Which names the corpus has where it is served. */
public interface LeakHosts {

    /** The host of a vector, as it stands in reports. */
    String of(LeakVector vector);

    /** The host of a page. */
    String of(LeakPage page);

    /** Host and port, as they stand in addresses. */
    String authority(String host);

    /** In a namespace, where every name exists ({@code test} is nobody's, RFC 6761). */
    static LeakHosts named() {
        return new Suffixed(".leak.test", ".selftest.test", Map.of());
    }

    /** Below {@code localhost}, each host at a port of its own. */
    static LeakHosts onLoopback(Map<String, Integer> ports) {
        return new Suffixed(".leak.localhost", ".selftest.localhost", ports);
    }

    /** The names of one kind of world. */
    record Suffixed(String foreign, String own, Map<String, Integer> ports) implements LeakHosts {

        @Override
        public String of(LeakVector vector) {
            return vector.address().orElse(vector.name() + foreign);
        }

        @Override
        public String of(LeakPage page) {
            return page.name() + own;
        }

        @Override
        public String authority(String host) {
            Integer port = ports.get(host);
            return port == null ? host : host + ":" + port;
        }
    }
}
