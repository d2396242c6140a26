package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput.ScrollOrigin;
import org.openqa.selenium.remote.RemoteWebDriver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Chromium and WebKit do alike by W3C WebDriver. */
abstract class WebDriverBrowser implements Browser {

    private static final Duration LOAD = Duration.ofSeconds(30);
    private static final int MOST_WINDOWS = 50;

    /** Speculation rules of moderate eagerness act when the pointer rests on a link for 200 ms. */
    private static final Duration REST = Duration.ofMillis(250);

    /** Scripts that fetch what is pointed at wait 65 to 100 ms; what the browser itself does is done once for an address. */
    private static final Duration SHORT_REST = Duration.ofMillis(150);

    private static final Duration MOVE = Duration.ofMillis(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RemoteWebDriver driver;

    WebDriverBrowser(RemoteWebDriver driver) {
        this.driver = driver;
        driver.manage().timeouts().pageLoadTimeout(LOAD);
        driver.manage().timeouts().scriptTimeout(LOAD);
    }

    RemoteWebDriver driver() {
        return driver;
    }

    @Override
    public String version() {
        return driver.getCapabilities().getBrowserName() + " "
                + driver.getCapabilities().getBrowserVersion();
    }

    @Override
    public void open(String url) {
        try {
            driver.get(url);
        } catch (TimeoutException neverReady) {
            // A page that never becomes ready is measured all the same.
            return;
        }
    }

    @Override
    public JsonNode evaluate(String expression) {
        // The expression stands in the script itself: eval would be the page's, and its policy may forbid it.
        Object text = driver.executeAsyncScript("const zweiklickDone = arguments[arguments.length - 1];"
                + "Promise.resolve().then(() => (" + expression + "\n))"
                + ".then(value => zweiklickDone(JSON.stringify({value: value === undefined ? null : value})),"
                + " error => zweiklickDone(JSON.stringify({error: String(error)})))");
        JsonNode answer = JSON.readTree(String.valueOf(text));
        if (answer.has("error")) {
            throw new IllegalStateException(
                    answer.path("error").asString("") + " when evaluating \"" + expression + "\"");
        }
        return answer.path("value");
    }

    @Override
    public void click(String css) {
        List<WebElement> found = find(css);
        if (found.isEmpty()) {
            throw new IllegalStateException("no element matches \"" + css + "\"");
        }
        found.stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(found.get(0))
                .click();
    }

    private List<WebElement> find(String css) {
        String[] parts = css.split(">>>");
        List<WebElement> found = driver.findElements(By.cssSelector(parts[0].strip()));
        for (int i = 1; i < parts.length; i++) {
            By inner = By.cssSelector(parts[i].strip());
            found = found.stream().flatMap(host -> inside(host, inner).stream()).toList();
        }
        return found;
    }

    private static List<WebElement> inside(WebElement host, By inner) {
        try {
            return host.getShadowRoot().findElements(inner);
        } catch (NoSuchShadowRootException plain) {
            return List.of();
        }
    }

    @Override
    public int hoverEach(String css, int most) {
        int hovered = 0;
        Set<String> addresses = new HashSet<>();
        List<WebElement> elements = driver.findElements(By.cssSelector(css));
        // Where the page changes meanwhile the worst is a rest of the other length.
        List<?> targets = driver.executeScript(
                                "return [...document.querySelectorAll(arguments[0])]"
                                        + ".map(element => element.localName === 'a' ? String(element.href) : '')",
                                css)
                        instanceof List<?> list
                ? list
                : List.of();
        for (int i = 0; i < elements.size() && hovered < most; i++) {
            String target = i < targets.size() ? String.valueOf(targets.get(i)) : "";
            boolean isNew = !target.isEmpty() && addresses.add(target);
            try {
                new Actions(driver, MOVE)
                        .moveToElement(elements.get(i))
                        .pause(isNew ? REST : SHORT_REST)
                        .perform();
                hovered++;
            } catch (WebDriverException invisibleOrGone) {
                // Nothing to point at: hidden elements cannot be hovered by a visitor either.
            }
        }
        return hovered;
    }

    @Override
    public void scrollToEnd() {
        for (int window = 0; window < MOST_WINDOWS; window++) {
            new Actions(driver)
                    .scrollFromOrigin(ScrollOrigin.fromViewport(), 0, 700)
                    .perform();
            if (atEnd()) {
                return;
            }
            if (window == 0 && Boolean.TRUE.equals(driver.executeScript("return scrollY === 0"))) {
                scrollByScript(); // WebKitGTK's driver has no wheel
                return;
            }
        }
    }

    private void scrollByScript() {
        for (int window = 0; window < MOST_WINDOWS && !atEnd(); window++) {
            driver.executeScript("scrollBy({top: 700, behavior: 'instant'})");
        }
    }

    private boolean atEnd() {
        return Waiting.until(
                Duration.ofMillis(200),
                () -> Boolean.TRUE.equals(driver.executeScript("return " + DocumentScripts.AT_END)));
    }

    @Override
    public void press(String keys) {
        new Actions(driver)
                .sendKeys(keys.replace("\t", Keys.TAB).replace("\n", Keys.ENTER))
                .perform();
    }

    @Override
    public void screenshot(Path file) {
        try {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("screenshot to " + file, e);
        }
    }

    @Override
    public StorageDump storage() {
        return DocumentScripts.storage(cookies(), evaluate(DocumentScripts.STORAGE));
    }

    @Override
    public List<Source> sources() {
        return DocumentScripts.sources(evaluate(DocumentScripts.SOURCES));
    }

    /** All cookies of the profile where the driver can tell them, else the page's. */
    List<StoredCookie> cookies() {
        return driver.manage().getCookies().stream()
                .map(cookie -> new StoredCookie(
                        Optional.ofNullable(cookie.getDomain()).orElse(""),
                        cookie.getName(),
                        Optional.ofNullable(cookie.getExpiry()).map(Date::toInstant)))
                .sorted(Comparator.comparing(StoredCookie::toString))
                .toList();
    }
}
