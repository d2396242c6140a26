package io.github.zweiklick.audit.harness;

/** How far a contact went. Each level hands the visitor's address to somebody. */
public enum Level {
    /** The name was asked for. */
    DNS,
    /** A TCP connection was opened (by the NetLog's witness: started). */
    SOCKET,
    /** A datagram was sent: QUIC, STUN. */
    UDP,
    /** A request was sent. */
    REQUEST
}
