package io.github.zweiklick.audit;

import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.visit.SecondBrowsers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** None where whichever is installed was asked for and none is. */
    List<SecondBrowser> of(CommandLine command) {
        return of(command, SecondBrowsers.installed());
    }

    List<SecondBrowser> of(CommandLine command, List<SecondBrowser> installed) {
        return browsers.stream()
                .flatMap(word -> word.equals(PRESENT) ? installed.stream() : Stream.of(named(word, command, installed)))
                .distinct()
                .sorted()
                .toList();
    }

    private static SecondBrowser named(String word, CommandLine command, List<SecondBrowser> installed) {
        SecondBrowser browser = Arrays.stream(SecondBrowser.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command, NAME + " " + word + ": expected one of firefox, webkit, present"));
        if (!installed.contains(browser)) {
            throw new ParameterException(
                    command,
                    NAME + " " + word + ": " + browser.title() + " is not installed (" + browser.packages() + ")");
        }
        return browser;
    }

    static String words(List<SecondBrowser> browsers) {
        return browsers.isEmpty()
                ? "none"
                : browsers.stream().map(SecondBrowser::word).collect(Collectors.joining(","));
    }
}
