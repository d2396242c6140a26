package io.github.zweiklick.upstream;

import java.io.IOException;
import java.util.Optional;

/**
 * What must neither be lost nor go wrong: which posts an officer took out, what was paid for. Small, and kept for good: nothing in
 * it is let go to make room, or because it is old. That something cannot be read is not the same as that there is none, so that
 * whoever asks can keep to the safe side. Thread-safe.
 */
public interface Ledger {

    /**
     * What is kept under a key; empty where nothing ever was. Cheap: it is looked at every few seconds.
     *
     * @param key letters, digits, dots, colons and hyphens
     * @throws UnreadableException where something is kept that cannot be understood
     * @throws IOException where it cannot be told whether anything is kept
     */
    Optional<byte[]> read(String key) throws IOException;

    /**
     * Changes what is kept under a key, in one step: of all who share the ledger nobody else changes it meanwhile, and whoever reads
     * finds what was kept before or what is kept then.
     *
     * @return what is kept now
     * @throws UnreadableException where something is kept that cannot be understood: nothing is changed
     * @throws IOException where it cannot be changed, or what was there not be read
     */
    byte[] change(String key, Change change) throws IOException;

    /**
     * Keeps something in place of what can no longer be understood.
     *
     * @throws IOException where it cannot be written
     */
    void replace(String key, byte[] content) throws IOException;

    /** What is to be kept from now on. */
    @FunctionalInterface
    interface Change {
        /**
         * Called once, on the caller's thread.
         *
         * @param before what is kept; empty where nothing ever was
         * @throws IOException where it cannot be understood: nothing is changed
         */
        byte[] of(Optional<byte[]> before) throws IOException;
    }

    /** Something is kept, and is damaged or was written by another version. */
    final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1;

        private final boolean damaged;

        private UnreadableException(String what, boolean damaged) {
            super(what);
            this.damaged = damaged;
        }

        /** @param where what is not as it was written is, for people */
        public static UnreadableException damaged(String where) {
            return new UnreadableException(where + " is damaged", true);
        }

        /** @param where what cannot be understood, though it may be as it was written, is, for people */
        public static UnreadableException ofAnotherVersion(String where) {
            return new UnreadableException(where + " was written by another version of Zweiklick", false);
        }

        /** Whether it is of use to nobody, so that whoever still knows what it was may write it anew. */
        public boolean isDamaged() {
            return damaged;
        }
    }
}
