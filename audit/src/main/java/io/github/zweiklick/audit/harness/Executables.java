package io.github.zweiklick.audit.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs that are installed. Nothing is ever downloaded. */
final class Executables {

    /**
     * The browser's own file first: the starter scripts of distributions add flags that change what is contacted
     * (Debian's adds {@code --disable-pings}).
     */
    private static final List<String> CHROMIUM = List.of(
            "/usr/lib/chromium/chromium",
            "/usr/lib64/chromium-browser/chromium-browser",
            "/opt/google/chrome/chrome",
            "/opt/microsoft/msedge/msedge",
            "chromium",
            "chromium-browser",
            "google-chrome");

    private static final List<String> CHROMEDRIVER =
            List.of("chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    private static final List<String> FIREFOX = List.of("firefox-esr", "firefox");
    private static final List<String> WEBKIT_DRIVER = List.of("WebKitWebDriver");
    private static final List<String> MINI_BROWSER = List.of(
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/webkit2gtk-4.1/MiniBrowser");
    private static final List<String> XVFB = List.of("Xvfb");

    private Executables() {}

    static Optional<Path> chromium() {
        return first(CHROMIUM);
    }

    static Optional<Path> chromedriver() {
        return first(CHROMEDRIVER);
    }

    static Optional<Path> firefox() {
        return first(FIREFOX);
    }

    static Optional<Path> webKitDriver() {
        return first(WEBKIT_DRIVER);
    }

    static Optional<Path> miniBrowser() {
        return first(MINI_BROWSER);
    }

    static Optional<Path> xvfb() {
        return first(XVFB);
    }

    static Path required(Optional<Path> program, String name) {
        return program.orElseThrow(
                () -> new IllegalStateException("\"" + name + "\" is not installed: this browser cannot be driven"));
    }

    private static Optional<Path> first(List<String> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.startsWith("/") ? Stream.of(Path.of(candidate)) : onPath(candidate))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name));
    }
}
