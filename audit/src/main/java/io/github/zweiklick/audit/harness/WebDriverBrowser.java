package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
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
        driver.findElement(By.cssSelector(css)).click();
    }

    @Override
    public int hoverEach(String css, int most) {
        int hovered = 0;
        for (WebElement element : driver.findElements(By.cssSelector(css))) {
            if (hovered >= most) {
                break;
            }
            try {
                new Actions(driver).moveToElement(element).perform();
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

    /** All cookies of the profile where the driver can tell them, else the page's. */
    List<String> cookies() {
        return driver.manage().getCookies().stream()
                .map(cookie -> cookie.getDomain() + " " + cookie.getName())
                .sorted()
                .toList();
    }
}
