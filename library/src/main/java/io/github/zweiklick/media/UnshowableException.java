package io.github.zweiklick.media;

/** What was fetched is no picture that can be shown. */
final class UnshowableException extends Exception {
    private static final long serialVersionUID = 1;

    UnshowableException(String reason) {
        super(reason, null, false, false);
    }
}
