package io.github.zweiklick.feed;

/** On whose behalf a single post is asked for. */
public enum Asker {
    /** A page of the site, in which an author has put it. */
    PAGE,
    /** Whoever names its address to the site, as scripts of pages do: that may be anybody. */
    ANYBODY
}
