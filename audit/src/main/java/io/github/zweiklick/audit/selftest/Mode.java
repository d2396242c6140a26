package io.github.zweiklick.audit.selftest;

/** Where the corpus is served. */
public enum Mode {
    /** In a network namespace: names, connections, datagrams and requests are seen. */
    NAMESPACE,
    /** At ports of this machine, under names below {@code localhost}: connections and requests are seen. */
    LOOPBACK
}
