package io.github.zweiklick.audit.harness;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** What tests ask of Chromium beyond what a visitor can do. */
public final class DevTools {
    private final ChromeDriver driver;

    private DevTools(ChromeDriver driver) {
        this.driver = driver;
    }

    public static DevTools of(Visit visit) {
        return new DevTools((ChromeDriver) ((ChromiumBrowser) visit.browser()).driver());
    }

    /** Runs a script in every document to come, before the document's own. */
    public void beforeScripts(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** The size of the viewport in CSS pixels, smaller than any window may be. */
    public void viewport(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** A media feature such as {@code prefers-color-scheme}. */
    public void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", java.util.List.of(Map.of("name", feature, "value", value))));
    }

    /** Has everything fetched anew from now on. */
    public void withoutCache() {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    }

    /** The line to the site, from now on; 0: as it is. */
    public void bytesPerSecond(int most) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        0,
                        "downloadThroughput",
                        most == 0 ? -1 : most,
                        "uploadThroughput",
                        -1));
    }

    /** Styles of print in place of the screen's. */
    public void paper(boolean printed) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
    }

    /** What assistive technology is told an element is called. */
    public String accessibleName(String css) {
        return String.valueOf(driver.findElement(By.cssSelector(css)).getAccessibleName());
    }

    /** The tab in front; {@link #tab(String)} brings it back. */
    public String tab() {
        return driver.getWindowHandle();
    }

    public void tab(String handle) {
        driver.switchTo().window(handle);
    }

    /** Opens a tab and brings it to the front. */
    public void newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
    }

    /** All tabs, those that pages opened included. */
    public Set<String> tabs() {
        return driver.getWindowHandles();
    }

    /** Waits for a navigation: asking a page that is about to go may never be answered. */
    public boolean arrives(String address, Duration most) {
        return Waiting.until(most, () -> String.valueOf(driver.getCurrentUrl()).contains(address));
    }

    /** Presses and releases another button of the mouse than the first on an element. */
    public void mouse(String css, String button) {
        var element = driver.findElement(By.cssSelector(css)).getRect();
        for (String type : new String[] {"mouseMoved", "mousePressed", "mouseReleased"}) {
            driver.executeCdpCommand(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            element.getX() + element.getWidth() / 2,
                            "y",
                            element.getY() + element.getHeight() / 2,
                            "button",
                            type.equals("mouseMoved") ? "none" : button,
                            "clickCount",
                            type.equals("mouseMoved") ? 0 : 1));
        }
    }

    /** Clicks inside a frame of the page. */
    public void clickInFrame(String frame, String css) {
        driver.switchTo().frame(driver.findElement(By.cssSelector(frame)));
        driver.findElement(By.cssSelector(css)).click();
        driver.switchTo().defaultContent();
    }

    /** How long a script may take until it has an answer. */
    public void scriptsMayTake(Duration most) {
        driver.manage().timeouts().scriptTimeout(most);
    }

    /** Gives a script to the page as it is, whatever the page's policy says. */
    public void run(String script) {
        driver.executeScript(script);
    }
}
