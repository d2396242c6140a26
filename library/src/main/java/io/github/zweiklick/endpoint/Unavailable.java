package io.github.zweiklick.endpoint;

/** Why a proxy has no answer of the site for a visitor. */
public enum Unavailable {
    /** There is no server, or its answer is none; status 502. */
    UNREACHABLE(502, "unreachable"),
    /** The server does not answer in time; status 504. */
    LATE(504, "late"),
    /** No server is asked for this address; status 404. */
    UNKNOWN(404, "notfound");

    private final int status;
    private final String message;

    Unavailable(int status, String message) {
        this.status = status;
        this.message = message;
    }

    public int status() {
        return status;
    }

    String message() {
        return message;
    }
}
