package io.github.zweiklick.audit.result;

import java.util.Locale;

/** A browser that can open a page after the first has been through it, for a second opinion. */
public enum SecondBrowser {
    FIREFOX("Firefox", "Debian: firefox-esr"),
    WEBKIT("WebKit", "Debian: webkit2gtk-driver, libwebkit2gtk-4.1-0, xvfb");

    private final String title;
    private final String packages;

    SecondBrowser(String title, String packages) {
        this.title = title;
        this.packages = packages;
    }

    /** As its makers call it. */
    public String title() {
        return title;
    }

    /** What has to be installed. */
    public String packages() {
        return packages;
    }

    /** As options and files name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
