package io.github.zweiklick.audit.harness;

import java.time.Instant;

/**
 * One contact of the browser with a host.
 *
 * @param host lower case, without port and trailing dot; an address where no name was said
 * @param level how far it went
 * @param step the part of the visit in which it happened
 * @param witness who saw it
 * @param time when, by the clock of this machine
 * @param detail what the witness can add: question type, port, request line, Referer, initiator; never a cookie's value
 */
public record Contact(String host, Level level, Step step, Witness witness, Instant time, String detail) {

    public Phase phase() {
        return step.phase();
    }

    @Override
    public String toString() {
        return step + " " + level + " " + host + " (" + witness + ": " + detail + ")";
    }
}
