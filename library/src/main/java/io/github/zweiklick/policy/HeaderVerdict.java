package io.github.zweiklick.policy;

/** What becomes of a header line the application sets. */
public sealed interface HeaderVerdict {
    /** It goes out as it is. */
    record Keep() implements HeaderVerdict {}

    /** It goes out with another value, its foreign part left out. */
    record Replace(String value) implements HeaderVerdict {}

    /** It does not go out. */
    record Refuse() implements HeaderVerdict {}
}
