package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final int KNOWS_ALLOWLIST = 152;

    /** Skips the test visibly where Chromium does not know {@code Connection-Allowlist}, which came with version 152. */
    public static void assumeAllowlist() {
        int version = chromiumVersion();
        assumeTrue(version >= KNOWS_ALLOWLIST, "Chromium " + version + " does not know Connection-Allowlist");
    }

    private static int chromiumVersion() {
        Optional<Path> chromium = Executables.chromium();
        assumeTrue(chromium.isPresent(), "Chromium is not installed");
        try {
            Process told = new ProcessBuilder(chromium.orElseThrow().toString(), "--version", "--no-sandbox").start();
            String words = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = Pattern.compile("([0-9]+)\\.").matcher(words);
            assertThat(version.find()).as(words).isTrue();
            return Integer.parseInt(version.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test visibly where the browser is missing. */
    public abstract Visit open(ContactHarness harness, BrowserOptions options);
}
