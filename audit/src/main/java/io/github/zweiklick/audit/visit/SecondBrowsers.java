package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.result.SecondBrowser;
import java.util.Arrays;
import java.util.List;

/** Which browsers can be asked for a second opinion on this machine. */
public final class SecondBrowsers {
    private SecondBrowsers() {}

    public static List<SecondBrowser> installed() {
        return Arrays.stream(SecondBrowser.values())
                .filter(SecondBrowsers::isInstalled)
                .toList();
    }

    private static boolean isInstalled(SecondBrowser browser) {
        return switch (browser) {
            case FIREFOX -> ContactHarness.hasFirefox();
            case WEBKIT -> ContactHarness.hasWebKit();
        };
    }
}
