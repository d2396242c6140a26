package io.github.zweiklick.audit;

import io.github.zweiklick.audit.pages.PageChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which pages are visited. */
final class PageOptions {
    @Parameters(paramLabel = "URL", arity = "0..*", description = "Pages to visit.")
    List<String> urls = List.of();

    @Option(names = "--list", paramLabel = "FILE", description = "Further pages, one address a line.")
    @Nullable
    Path list;

    @Option(names = "--sitemap", paramLabel = "URL", description = "Further pages: those a sitemap names.")
    @Nullable
    String sitemap;

    @Option(
            names = "--crawl",
            paramLabel = "N",
            description =
                    "Further pages: those that links of the site's own lead to from the pages named, N in all at most.")
    int crawl;

    /**
     * In their order, each once.
     *
     * @param own whether a host is the site's
     * @throws IOException when a sitemap or a site cannot be read
     */
    List<String> addresses(CommandLine command, Predicate<String> own) throws IOException {
        Optional<String> map = Optional.ofNullable(sitemap)
                .map(text -> address(text)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--sitemap " + text
                                        + ": write an address such as https://www.example.org/sitemap.xml")));
        List<String> addresses = new PageChoice(List.copyOf(named(command)), map, crawl).addresses(own);
        if (addresses.isEmpty()) {
            throw new ParameterException(
                    command, "no page is named: write an address such as https://www.example.org/");
        }
        return addresses;
    }

    /** Whether the command's line names any. */
    boolean areNamed() {
        return !urls.isEmpty() || list != null || sitemap != null || crawl > 0;
    }

    private Set<String> named(CommandLine command) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String url : urls) {
            addresses.add(address(url)
                    .orElseThrow(() -> new ParameterException(
                            command, url + ": write an address such as https://www.example.org/")));
        }
        for (BrowserArguments.Line line : BrowserArguments.lines(command, "--list", list)) {
            addresses.add(address(line.text())
                    .orElseThrow(() -> line.wrong(command, "write an address such as https://www.example.org/")));
        }
        return addresses;
    }

    /** How the pages were chosen, for the report. */
    String selection() {
        List<String> how = new ArrayList<>();
        if (list != null) {
            how.add("--list " + list.getFileName());
        }
        if (sitemap != null) {
            how.add("--sitemap " + sitemap);
        }
        if (crawl > 0) {
            how.add("--crawl " + crawl);
        }
        return String.join(", ", how);
    }

    static Optional<String> address(String text) {
        return PageChoice.address(text);
    }
}
