package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.result.SecondBrowser;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Browsers that open each page after Chromium. */
final class SecondOpinionOptions {
    static final String NAME = "--second-opinion";
    private static final String PRESENT = "present";

    @Option(
            names = NAME,
            paramLabel = "BROWSER",
            split = ",",
            description =
                    "Opens each page in firefox, webkit as well, before any consent: what they contact and Chromium"
                            + " does not are findings, too. present: those that are installed. Default: none")
    List<String> browsers = List.of();

    /** Of which there may be none where all that is asked for is whichever is installed. */
    List<SecondBrowser> of(CommandLine command) {
        return browsers.stream()
                .flatMap(word -> word.equals(PRESENT) ? present().stream() : List.of(named(word, command)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static SecondBrowser named(String word, CommandLine command) {
        SecondBrowser browser = Arrays.stream(SecondBrowser.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command, NAME + " " + word + ": expected one of firefox, webkit, present"));
        if (!isInstalled(browser)) {
            throw new ParameterException(
                    command,
                    NAME + " " + word + ": " + browser.title() + " is not installed (" + browser.packages() + ")");
        }
        return browser;
    }

    static List<SecondBrowser> present() {
        return Arrays.stream(SecondBrowser.values())
                .filter(SecondOpinionOptions::isInstalled)
                .toList();
    }

    private static boolean isInstalled(SecondBrowser browser) {
        return switch (browser) {
            case FIREFOX -> ContactHarness.hasFirefox();
            case WEBKIT -> ContactHarness.hasWebKit();
        };
    }

    static String words(List<SecondBrowser> browsers) {
        return browsers.isEmpty()
                ? "none"
                : browsers.stream().map(SecondBrowser::word).collect(Collectors.joining(","));
    }
}
