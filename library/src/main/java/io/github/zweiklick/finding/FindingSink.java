package io.github.zweiklick.finding;

/** Takes findings as they are made. Called from many threads; must not block and must not throw. */
@FunctionalInterface
public interface FindingSink {
    void report(Finding finding);

    static FindingSink none() {
        return finding -> {};
    }
}
