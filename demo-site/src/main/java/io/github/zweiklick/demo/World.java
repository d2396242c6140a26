package io.github.zweiklick.demo;

/** The two lives of every page, told apart by the names under which the networks are reached. */
public enum World {
    /** Behind Zweiklick. */
    PROTECTED("", 9101),
    /** Below {@code /ohne/}, as the pasted codes would have it. */
    UNPROTECTED("-ohne", 9201);

    private final String suffix;

    private final int usualPort;

    World(String suffix, int usualPort) {
        this.suffix = suffix;
        this.usualPort = usualPort;
    }

    /** Where its simulated networks are served unless that port is taken. */
    int usualPort() {
        return usualPort;
    }

    /** What the simulated host's name ends with, so that no cookie of one world is ever sent in the other. */
    String suffix() {
        return suffix;
    }
}
