package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Firefox by WebDriver BiDi, which it speaks itself: no geckodriver. */
final class FirefoxBrowser implements Browser {

    private static final Duration START = Duration.ofSeconds(40);
    private static final int MOST_WINDOWS = 50;
    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://[^\\s]+)");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FreshFolder folder;
    private final OwnProcess process;
    private final BidiConnection connection;
    private final BidiEvents events;
    private final String version;
    private final String tab;
    private final boolean scripts;
    private final BidiInput input;

    private FirefoxBrowser(
            FreshFolder folder,
            OwnProcess process,
            BidiConnection connection,
            BidiEvents events,
            JsonNode session,
            boolean scripts)
            throws IOException {
        this.scripts = scripts;
        this.folder = folder;
        this.process = process;
        this.connection = connection;
        this.events = events;
        JsonNode capabilities = session.path("capabilities");
        version = capabilities.path("browserName").asString("firefox") + " "
                + capabilities.path("browserVersion").asString("");
        tab = connection
                .send("browsingContext.getTree", Map.of("maxDepth", 0))
                .path("contexts")
                .path(0)
                .path("context")
                .asString("");
        input = new BidiInput(connection, tab, scripts);
    }

    static boolean installed() {
        return Executables.firefox().isPresent();
    }

    static FirefoxBrowser start(BrowserOptions options, boolean namespace) {
        try {
            FreshFolder folder = FreshFolder.create("firefox");
            try {
                return start(options, namespace, folder);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Firefox could not be started", e);
        }
    }

    private static FirefoxBrowser start(BrowserOptions options, boolean namespace, FreshFolder folder)
            throws IOException {
        Path profile = folder.folder("profile");
        FirefoxProfile.write(profile, options, namespace);
        Path output = folder.path().resolve("firefox.log");
        OwnProcess process = OwnProcess.start(
                List.of(
                        Executables.required(Executables.firefox(), "firefox").toString(),
                        "--headless",
                        "--no-remote",
                        "--remote-debugging-port=0",
                        "--profile",
                        profile.toString(),
                        "--window-size",
                        options.width() + "," + options.height(),
                        "about:blank"),
                FirefoxProfile.environment(folder),
                output);
        try {
            String address = Waiting.until(START, () -> listening(output))
                    .orElseThrow(() -> new IOException("no WebDriver BiDi in its output: " + tail(output)));
            BidiEvents events = new BidiEvents();
            BidiConnection connection = BidiConnection.open(URI.create(address + "/session"), events);
            JsonNode session = connection.send(
                    "session.new", Map.of("capabilities", Map.of("alwaysMatch", Map.of("acceptInsecureCerts", true))));
            connection.send("session.subscribe", Map.of("events", BidiEvents.NAMES));
            for (Map<String, ?> cookie : FirefoxProfile.cookies(options)) {
                connection.send("storage.setCookie", Map.of("cookie", cookie));
            }
            return new FirefoxBrowser(folder, process, connection, events, session, options.javaScript());
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static Optional<String> listening(Path output) {
        Matcher matcher = LISTENING.matcher(tail(output));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String tail(Path output) {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void open(String url) {
        try {
            connection.send("browsingContext.navigate", Map.of("context", tab, "url", url, "wait", "interactive"));
        } catch (BidiConnection.NoAnswer neverReady) {
            // A page that never becomes ready is measured all the same.
        } catch (IOException e) {
            throw new UncheckedIOException("opening " + url + ": " + e.getMessage(), e);
        }
    }

    @Override
    public JsonNode evaluate(String expression) {
        if (!scripts) {
            // Firefox never answers where scripts are off.
            throw new IllegalStateException("scripts are off: \"" + expression + "\" cannot be evaluated");
        }
        JsonNode result = call(
                "script.evaluate",
                Map.of(
                        "expression",
                        "Promise.resolve().then(() => (" + expression
                                + "\n)).then(value => JSON.stringify(value === undefined ? null : value))",
                        "target",
                        Map.of("context", tab),
                        "awaitPromise",
                        true));
        if (result.path("type").asString("").equals("exception")) {
            throw new IllegalStateException(
                    result.path("exceptionDetails").path("text").asString("") + " when evaluating \"" + expression
                            + "\"");
        }
        return JSON.readTree(result.path("result").path("value").asString("null"));
    }

    @Override
    public void click(String css) {
        try {
            List<JsonNode> found = input.locate(css, 1);
            if (found.isEmpty()) {
                throw new IllegalStateException("no element matches \"" + css + "\"");
            }
            input.click(found.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException("clicking \"" + css + "\"", e);
        }
    }

    @Override
    public int hoverEach(String css, int most) {
        int hovered = 0;
        try {
            for (JsonNode element : input.locate(css, most)) {
                try {
                    input.hover(element);
                    hovered++;
                } catch (BidiConnection.Refused invisibleOrGone) {
                    // Nothing to point at: hidden elements cannot be hovered by a visitor either.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("pointing at \"" + css + "\"", e);
        }
        return hovered;
    }

    @Override
    public void scrollToEnd() {
        try {
            for (int window = 0; window < MOST_WINDOWS; window++) {
                input.wheel(700);
                if (scripts && Waiting.until(Duration.ofMillis(200), this::atEnd)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("scrolling", e);
        }
    }

    private boolean atEnd() {
        return evaluate(DocumentScripts.AT_END).asBoolean(false);
    }

    @Override
    public void press(String keys) {
        try {
            input.press(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("typing", e);
        }
    }

    @Override
    public void screenshot(Path file) {
        String data = call("browsingContext.captureScreenshot", Map.of("context", tab))
                .path("data")
                .asString("");
        try {
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException("screenshot to " + file, e);
        }
    }

    @Override
    public List<Source> sources() {
        return scripts ? DocumentScripts.sources(evaluate(DocumentScripts.SOURCES)) : List.of();
    }

    @Override
    public StorageDump storage() {
        List<StoredCookie> cookies = new ArrayList<>();
        call("storage.getCookies", Map.of())
                .path("cookies")
                .forEach(cookie -> cookies.add(new StoredCookie(
                        cookie.path("domain").asString(""),
                        cookie.path("name").asString(""),
                        cookie.has("expiry")
                                ? Optional.of(Instant.ofEpochSecond(
                                        cookie.path("expiry").asLong()))
                                : Optional.empty())));
        cookies.sort(Comparator.comparing(StoredCookie::toString));
        return DocumentScripts.storage(cookies, scripts ? evaluate(DocumentScripts.STORAGE) : JSON.createObjectNode());
    }

    @Override
    public List<String> consoleErrors() {
        return events.errors();
    }

    @Override
    public OptionalInt status() {
        return events.status();
    }

    @Override
    public Optional<Path> netLog() {
        return Optional.empty();
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        try {
            return connection.send(method, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
        process.close();
    }

    /** Its log, which lies in its folder until it is forgotten. */
    Account account() {
        return new MozLog(folder.path(), folder::close);
    }
}
