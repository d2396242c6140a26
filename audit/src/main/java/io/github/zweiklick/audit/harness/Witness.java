package io.github.zweiklick.audit.harness;

/** Who saw a contact. */
public enum Witness {
    /** The namespace's name server: what really was asked. */
    DNS_SERVER,
    /** The namespace's web and datagram servers: what really arrived. */
    WEB_SERVER,
    /** Chromium's own log. */
    NETLOG,
    /** Firefox's own log. */
    MOZ_LOG,
    /** What pages know of their requests, in a browser without a log. */
    TIMINGS
}
