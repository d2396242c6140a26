package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A fresh Firefox profile that keeps quiet on its own account and leaves alone what pages cause. */
final class FirefoxProfile {

    private FirefoxProfile() {}

    /** @param namespace names are asked of this machine's own server only: no DNS over HTTPS past it */
    static void write(Path folder, BrowserOptions options, boolean namespace) throws IOException {
        Map<String, String> preferences = quiet();
        preferences.put("intl.accept_languages", quoted(String.join(",", options.languages())));
        preferences.put("javascript.enabled", Boolean.toString(options.javaScript()));
        if (options.gpc()) {
            preferences.put("privacy.globalprivacycontrol.enabled", "true");
            preferences.put("privacy.globalprivacycontrol.functionality.enabled", "true");
        }
        if (namespace) {
            preferences.put("network.trr.mode", "5");
        }
        StringBuilder file = new StringBuilder();
        preferences.forEach((name, value) -> file.append("user_pref(")
                .append(quoted(name))
                .append(", ")
                .append(value)
                .append(");\n"));
        Files.writeString(folder.resolve("user.js"), file);
    }

    /** @param folder for what is written beside the profile, the log among it */
    static Map<String, String> environment(FreshFolder folder) throws IOException {
        return Map.of(
                "HOME",
                folder.folder("home").toString(),
                "MOZ_CRASHREPORTER_DISABLE",
                "1",
                "MOZ_LOG",
                MozLog.MODULES,
                "MOZ_LOG_FILE",
                folder.path().resolve(MozLog.NAME).toString());
    }

    /** Cookies from the start, as WebDriver BiDi takes them. */
    static List<Map<String, ?>> cookies(BrowserOptions options) {
        List<Map<String, ?>> cookies = new ArrayList<>();
        for (LoginCookie cookie : options.login()) {
            URI site = URI.create(cookie.url());
            cookies.add(Map.of(
                    "name",
                    cookie.name(),
                    "value",
                    Map.of("type", "string", "value", cookie.value()),
                    "domain",
                    Objects.requireNonNull(site.getHost(), cookie.url()),
                    "secure",
                    "https".equals(site.getScheme()),
                    "httpOnly",
                    true));
        }
        return cookies;
    }

    private static Map<String, String> quiet() {
        Map<String, String> preferences = new LinkedHashMap<>();
        // The remote agent's recommended preferences turn speculative connections off, which visitors have.
        preferences.put("remote.prefs.recommended", "false");
        for (String off : OFF) {
            preferences.put(off, "false");
        }
        preferences.put("browser.startup.page", "0");
        preferences.put("browser.startup.homepage_override.mstone", quoted("ignore"));
        preferences.put("startup.homepage_welcome_url", quoted(""));
        preferences.put("datareporting.policy.dataSubmissionPolicyBypassNotification", "true");
        preferences.put("toolkit.telemetry.server", quoted(""));
        preferences.put("services.settings.server", quoted("data:,"));
        preferences.put("app.update.disabledForTesting", "true");
        preferences.put("extensions.autoDisableScopes", "0");
        preferences.put("browser.tabs.firefox-view", "false");
        preferences.put("messaging-system.rsexperimentloader.collection_id", quoted(""));
        preferences.put("dom.push.serverURL", quoted(""));
        preferences.put("geo.provider.network.url", quoted(""));
        preferences.put("browser.safebrowsing.provider.google4.updateURL", quoted(""));
        preferences.put("browser.safebrowsing.provider.mozilla.updateURL", quoted(""));
        preferences.put("browser.newtabpage.activity-stream.discoverystream.config", quoted("{}"));
        preferences.put("media.gmp-manager.url", quoted("data:,"));
        preferences.put("browser.region.network.url", quoted(""));
        return preferences;
    }

    private static final String[] OFF = {
        "app.normandy.enabled",
        "app.shield.optoutstudies.enabled",
        "app.update.auto",
        "app.update.enabled",
        "browser.aboutwelcome.enabled",
        "browser.contentblocking.report.lockwise.enabled",
        "browser.newtabpage.enabled",
        "browser.newtabpage.activity-stream.feeds.topsites",
        "browser.newtabpage.activity-stream.showSponsored",
        "browser.newtabpage.activity-stream.showSponsoredTopSites",
        "browser.newtabpage.activity-stream.telemetry",
        "browser.ping-centre.telemetry",
        "browser.region.update.enabled",
        "browser.safebrowsing.downloads.enabled",
        "browser.safebrowsing.malware.enabled",
        "browser.safebrowsing.phishing.enabled",
        "browser.search.geoSpecificDefaults",
        "browser.search.update",
        "browser.shell.checkDefaultBrowser",
        "browser.topsites.contile.enabled",
        "browser.urlbar.suggest.quicksuggest.sponsored",
        "datareporting.healthreport.uploadEnabled",
        "datareporting.policy.dataSubmissionEnabled",
        "dom.push.connection.enabled",
        "extensions.getAddons.cache.enabled",
        "extensions.update.enabled",
        "extensions.systemAddon.update.enabled",
        "media.gmp-manager.updateEnabled",
        "network.captive-portal-service.enabled",
        "network.connectivity-service.enabled",
        "network.manage-offline-status",
        "signon.management.page.breach-alerts.enabled",
        "toolkit.telemetry.enabled",
        "toolkit.telemetry.unified",
    };

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
