package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium in a fresh profile's own context: in a DevTools context (incognito, Playwright's default) it makes no preconnect
 * and no dns-prefetch. QUIC stays on.
 */
final class ChromiumBrowser extends WebDriverBrowser {

    /** It warns of every browser newer than itself; what it looks for is not used here. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        VERSIONS.setLevel(Level.SEVERE);
    }

    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Ask Google about the fields of every form, and at each start what the address bar may offer: not the
            // page's
            // doing, and hard to tell from a page that embeds Google.
            "--disable-features=AutofillServerCommunication,AimServerEligibilityEnabled,AimServerRequestOnStartupEnabled",
            "--net-log-capture-mode=IncludeSensitive");

    private static final String PRIVACY_CONTROL =
            "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true, configurable: true})";

    private final ChromeDriver driver;
    private final FreshFolder folder;
    private final Path netLog;
    private final boolean scripts;

    private ChromiumBrowser(ChromeDriver driver, FreshFolder folder, Path netLog, boolean scripts) {
        super(driver);
        this.driver = driver;
        this.folder = folder;
        this.netLog = netLog;
        this.scripts = scripts;
    }

    static boolean installed() {
        return Executables.chromium().isPresent() && Executables.chromedriver().isPresent();
    }

    /** @param authority fingerprint of the certificate authority to trust; empty: the system's only */
    static ChromiumBrowser start(BrowserOptions options, Optional<String> authority) {
        Path driverFile = Executables.required(Executables.chromedriver(), "chromedriver");
        Path browserFile = Executables.required(Executables.chromium(), "chromium");
        try {
            FreshFolder folder = FreshFolder.create("chromium");
            try {
                Path netLog = folder.path().resolve("netlog.json");
                ChromeDriverService service = new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverFile.toFile())
                        .usingAnyFreePort()
                        .withLogFile(folder.path().resolve("chromedriver.log").toFile())
                        .build();
                ChromeOptions chrome = options(options, authority, folder, netLog);
                chrome.setBinary(browserFile.toFile());
                ChromiumBrowser browser =
                        new ChromiumBrowser(new ChromeDriver(service, chrome), folder, netLog, options.javaScript());
                browser.prepare(options);
                return browser;
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium's profile", e);
        }
    }

    private void prepare(BrowserOptions options) {
        if (options.gpc()) {
            driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Sec-GPC", "1")));
            driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", PRIVACY_CONTROL));
        }
        for (LoginCookie cookie : options.login()) {
            driver.executeCdpCommand(
                    "Network.setCookie",
                    Map.of("url", cookie.url(), "name", cookie.name(), "value", cookie.value(), "httpOnly", true));
        }
    }

    /** What Chromium is started with, without paths. */
    static List<String> flags() {
        return FLAGS;
    }

    private static ChromeOptions options(
            BrowserOptions options, Optional<String> authority, FreshFolder folder, Path netLog) throws IOException {
        ChromeOptions chrome = new ChromeOptions();
        chrome.addArguments(FLAGS);
        chrome.addArguments(
                "--user-data-dir=" + folder.folder("profile"),
                "--window-size=" + options.width() + "," + options.height(),
                "--log-net-log=" + netLog,
                "about:blank");
        if (System.getProperty("user.name").equals("root")) {
            chrome.addArguments("--no-sandbox"); // Chromium refuses its sandbox to root
        }
        authority.ifPresent(key -> chrome.addArguments("--ignore-certificate-errors-spki-list=" + key));
        // What the driver turns off for tests' sake but visitors have.
        chrome.setExperimentalOption("excludeSwitches", List.of("disable-popup-blocking"));
        chrome.setExperimentalOption("prefs", preferences(options));
        chrome.setPageLoadStrategy(PageLoadStrategy.EAGER);
        // A page that goes on asking must not keep a visit from going on.
        chrome.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.DISMISS);
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.SEVERE);
        logging.enable(LogType.PERFORMANCE, Level.ALL);
        chrome.setCapability("goog:loggingPrefs", logging);
        return chrome;
    }

    private static Map<String, Object> preferences(BrowserOptions options) {
        Map<String, Object> preferences = new java.util.HashMap<>();
        preferences.put("intl.accept_languages", String.join(",", options.languages()));
        // Distributions preset a start page on the net, and Debian turns speculative contacts off, which visitors have.
        preferences.put("net.network_prediction_options", 0);
        preferences.put("session.restore_on_startup", 4);
        preferences.put("session.startup_urls", List.of("about:blank"));
        preferences.put("homepage", "about:blank");
        preferences.put("homepage_is_newtabpage", false);
        if (!options.javaScript()) {
            preferences.put("profile.managed_default_content_settings.javascript", 2);
        }
        return preferences;
    }

    /** The driver is content with an error page, on which nobody is contacted. */
    @Override
    public void open(String url) {
        super.open(url);
        if (driver.executeCdpCommand("Page.getFrameTree", Map.of()).get("frameTree") instanceof Map<?, ?> tree
                && tree.get("frame") instanceof Map<?, ?> frame
                && frame.get("unreachableUrl") != null) {
            throw new IllegalStateException("the browser could not open the page");
        }
    }

    /** Of all hosts, those of frames included. */
    @Override
    List<StoredCookie> cookies() {
        Object cookies =
                driver.executeCdpCommand("Storage.getCookies", Map.of()).get("cookies");
        List<StoredCookie> stored = new ArrayList<>();
        if (cookies instanceof List<?> list) {
            for (Object cookie : list) {
                if (cookie instanceof Map<?, ?> fields) {
                    stored.add(cookie(fields));
                }
            }
        }
        stored.sort(Comparator.comparing(StoredCookie::toString));
        return stored;
    }

    /** The protocol gives seconds since 1970, and -1 for cookies of the session. */
    private static StoredCookie cookie(Map<?, ?> fields) {
        Optional<Instant> expires = fields.get("expires") instanceof Number seconds && seconds.longValue() > 0
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
        return new StoredCookie(String.valueOf(fields.get("domain")), String.valueOf(fields.get("name")), expires);
    }

    @Override
    public List<Source> sources() {
        List<Source> sources = new ArrayList<>(PerformanceLog.drain(driver));
        if (scripts) {
            sources.addAll(super.sources());
        }
        return sources;
    }

    @Override
    public List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .toList();
    }

    @Override
    public Optional<Path> netLog() {
        return Optional.of(netLog);
    }

    @Override
    public void close() {
        List<ProcessHandle> children = driverTree();
        try {
            driver.quit();
        } catch (WebDriverException alreadyGone) {
            // A browser that crashed cannot be asked to leave; what is left of it is ended below.
            children.forEach(ProcessHandle::destroy);
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** The processes of this browser: those whose command line names its profile. */
    private List<ProcessHandle> driverTree() {
        String profile = folder.path().toString();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(profile))
                .toList();
    }

    Account account() {
        return new Account.OfChromium(this, netLog);
    }

    /** The log lies in the folder: it goes when the log was read. */
    void forget() {
        folder.close();
    }
}
