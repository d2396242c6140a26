package io.github.zweiklick.audit.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The browsers that may be installed. */
public enum Engine {
    CHROMIUM {
        @Override
        public Visit open(ContactHarness harness, BrowserOptions options) {
            assumeTrue(ContactHarness.hasChromium(), "Chromium and chromedriver are not installed");
            return harness.chromium(options);
        }
    },
    FIREFOX {
        @Override
        public Visit open(ContactHarness harness, BrowserOptions options) {
            assumeTrue(ContactHarness.hasFirefox(), "Firefox is not installed");
            return harness.firefox(options);
        }
    },
    WEBKIT {
        @Override
        public Visit open(ContactHarness harness, BrowserOptions options) {
            assumeTrue(ContactHarness.hasWebKit(), "WebKitGTK's driver, MiniBrowser or Xvfb is not installed");
            return harness.webKit(options);
        }
    };

    /** Skips the test visibly where the browser is missing. */
    public abstract Visit open(ContactHarness harness, BrowserOptions options);
}
