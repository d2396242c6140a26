package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;

/** WebKitGTK, the engine of Safari, in its MiniBrowser on a display of its own. It has no log of its own. */
final class WebKitBrowser extends WebDriverBrowser {

    private static final Duration START = Duration.ofSeconds(20);

    /** What runs beside the browser. */
    private record Surroundings(FreshFolder folder, OwnProcess display, OwnProcess driver) {
        void close() {
            driver.close();
            display.close();
            folder.close();
        }
    }

    private final Surroundings surroundings;

    private WebKitBrowser(RemoteWebDriver driver, Surroundings surroundings) {
        super(driver);
        this.surroundings = surroundings;
    }

    static boolean installed() {
        return Executables.webKitDriver().isPresent()
                && Executables.miniBrowser().isPresent()
                && Executables.xvfb().isPresent();
    }

    static WebKitBrowser start(BrowserOptions options) {
        if (!options.javaScript()) {
            throw new IllegalArgumentException("WebKitGTK's MiniBrowser cannot be started without scripts");
        }
        try {
            FreshFolder folder = FreshFolder.create("webkit");
            try {
                return start(options, folder);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("WebKitGTK could not be started", e);
        }
    }

    private static WebKitBrowser start(BrowserOptions options, FreshFolder folder) throws IOException {
        Path number = folder.path().resolve("display");
        // -displayfd lets the server choose a free number; the shell only gives it the file to write it to.
        OwnProcess display = OwnProcess.start(
                List.of(
                        "sh",
                        "-c",
                        "exec \"$0\" -displayfd 3 -nolisten tcp -screen 0 \"$1\" 3>\"$2\"",
                        Executables.required(Executables.xvfb(), "Xvfb").toString(),
                        options.width() + "x" + options.height() + "x24",
                        number.toString()),
                Map.of(),
                folder.path().resolve("xvfb.log"));
        try {
            String screen = Waiting.until(START, () -> written(number))
                    .orElseThrow(() -> new IOException("Xvfb told no display: " + folder.path()));
            int port = freePort();
            OwnProcess driver = OwnProcess.start(
                    List.of(
                            Executables.required(Executables.webKitDriver(), "WebKitWebDriver")
                                    .toString(),
                            "--port=" + port,
                            "--host=127.0.0.1"),
                    environment(folder, screen),
                    folder.path().resolve("driver.log"));
            try {
                if (!Waiting.until(START, () -> accepts(port))) {
                    throw new IOException("WebKitWebDriver does not listen on port " + port);
                }
                Surroundings surroundings = new Surroundings(folder, display, driver);
                return new WebKitBrowser(
                        new RemoteWebDriver(
                                URI.create("http://127.0.0.1:" + port).toURL(), capabilities(), false),
                        surroundings);
            } catch (IOException | RuntimeException e) {
                driver.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            display.close();
            throw e;
        }
    }

    private static MutableCapabilities capabilities() {
        MutableCapabilities capabilities = new MutableCapabilities();
        capabilities.setCapability("browserName", "MiniBrowser");
        capabilities.setCapability("acceptInsecureCerts", true);
        capabilities.setCapability(
                "webkitgtk:browserOptions",
                Map.of(
                        "binary",
                        Executables.required(Executables.miniBrowser(), "MiniBrowser")
                                .toString(),
                        "args",
                        List.of("--automation")));
        return capabilities;
    }

    /** The sandbox needs user namespaces of its own, and the network monitor a bus: neither is here. */
    private static Map<String, String> environment(FreshFolder folder, String screen) throws IOException {
        return Map.of(
                "DISPLAY",
                ":" + screen,
                "HOME",
                folder.folder("home").toString(),
                "XDG_CACHE_HOME",
                folder.folder("cache").toString(),
                "XDG_DATA_HOME",
                folder.folder("data").toString(),
                "XDG_CONFIG_HOME",
                folder.folder("config").toString(),
                "XDG_RUNTIME_DIR",
                folder.folder("run").toString(),
                "GIO_USE_NETWORK_MONITOR",
                "base",
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS",
                "1",
                "NO_AT_BRIDGE",
                "1");
    }

    private static Optional<String> written(Path number) {
        try {
            String text = Files.exists(number) ? Files.readString(number) : "";
            return text.endsWith("\n") ? Optional.of(text.strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (ConnectException notYet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OptionalInt status() {
        int status = evaluate("performance.getEntriesByType('navigation')[0]?.responseStatus")
                .asInt(0);
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    @Override
    public List<String> consoleErrors() {
        return List.of();
    }

    @Override
    public Optional<Path> netLog() {
        return Optional.empty();
    }

    Account account() {
        return new ResourceTimings(this);
    }

    @Override
    public void close() {
        try {
            driver().quit();
        } catch (WebDriverException alreadyGone) {
            // What is left of it ends with its driver, below.
            surroundings.close();
            return;
        }
        surroundings.close();
    }
}
