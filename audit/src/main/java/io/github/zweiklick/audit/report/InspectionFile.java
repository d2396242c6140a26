package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Setup;
import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.exc.JacksonIOException;

/**
 * What was seen before any consent, in the form of the Website Evidence Collector of the European Data Protection
 * Supervisor ({@code inspection.json} as version 2.1.1 writes it), for tools that read that form. What that tool collects
 * and this one does not is empty, as it is there where nothing was found: {@code docs/audit-files.md} says what.
 *
 * @see <a href="https://github.com/EU-EDPS/website-evidence-collector">its source</a>
 */
public final class InspectionFile {
    /** Usual name of the file. */
    public static final String FILE = "inspection.json";

    private InspectionFile() {}

    /**
     * Writes one document.
     *
     * @param writer stays open
     */
    public static void write(AuditResult result, Catalogue catalogue, Writer writer) throws IOException {
        Inspection seen = new Inspection(result.setup().options().firstParty(), catalogue);
        result.pages().forEach(seen::add);
        try {
            JsonOut json = new JsonOut(writer);
            head(json, result);
            script(json, result.setup());
            new InspectionParts(json, seen, result.started()).write();
            browser(json, result.setup());
            json.plains(
                    "browsing_history",
                    result.pages().stream()
                            .map(page -> Masking.page(page.url()))
                            .toList());
            json.time("start_time", result.started()).time("end_time", result.ended());
            json.end();
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private static void head(JsonOut json, AuditResult result) {
        json.plain("title", "Zweiklick audit");
        task(json, result.file());
        String first = result.pages().stream().map(PageResult::url).findFirst().orElse("");
        json.page("uri_ins", first);
        json.plains(
                "uri_refs",
                references(Masking.page(first), result.setup().options().firstParty()));
        json.page(
                "uri_dest",
                result.pages().stream().map(PageResult::shown).findFirst().orElse(""));
        List<String> redirects = result.pages().stream()
                .findFirst()
                .map(InspectionFile::redirects)
                .orElse(List.of());
        json.plains("uri_redirects", redirects);
        json.object("secure_connection", () -> secure(json, result, redirects));
        Stream.of("testSSLError", "testSSLErrorOutput", "testSSLErrorCode", "testSSL")
                .forEach(json::nothing);
        json.plain("host", Inspection.host(first));
    }

    private static void task(JsonOut json, CaseFile file) {
        json.object(
                "task_description",
                () -> json.plain("occasion", file.occasion())
                        .plain("file_number", file.fileNumber())
                        .plain("examiner", file.examiner())
                        .plain("selection", file.selection()));
    }

    private static Set<String> references(String first, List<String> firstParty) {
        Set<String> references = new LinkedHashSet<>();
        if (!first.isEmpty()) {
            references.add(first);
        }
        firstParty.forEach(host -> references.add("https://" + host + "/"));
        return references;
    }

    /** Addresses that led elsewhere before the page was answered. */
    private static List<String> redirects(PageResult page) {
        List<String> redirects = new ArrayList<>();
        page.contacts().exchanges().stream()
                .filter(exchange -> exchange.isPage() && exchange.step().number() == 0)
                .takeWhile(exchange -> exchange.status() / 100 == 3)
                .forEach(exchange -> redirects.add(Masking.page(exchange.url())));
        return redirects;
    }

    /** Only what the visit itself shows: no connection is made for it. */
    private static void secure(JsonOut json, AuditResult result, List<String> redirects) {
        Optional<PageResult> first = result.pages().stream().findFirst();
        boolean asked = first.filter(page -> page.url().startsWith("http:")).isPresent();
        boolean answered = first.filter(
                        page -> page.status().isPresent() && page.shown().startsWith("https:"))
                .isPresent();
        if (asked) {
            json.flag("https_redirect", answered);
        } else {
            json.nothing("https_redirect");
        }
        json.plains("redirects", redirects);
        if (answered) {
            json.flag("https_support", true);
        } else {
            json.nothing("https_support");
        }
        json.nothing("https_error").nothing("http_error");
    }

    private static void script(JsonOut json, Setup setup) {
        json.object(
                "script",
                () -> json.plain("host", "")
                        .object(
                                "version",
                                () -> json.plain("npm", "zweiklick-audit " + setup.audit())
                                        .nothing("commit"))
                        .object("config", () -> json.flag("screenshots", false))
                        .plain("cmd_args", "")
                        .object("environment", () -> {})
                        .nothing("node_version"));
    }

    private static void browser(JsonOut json, Setup setup) {
        String[] browser = setup.browser().split(" ", 2);
        String[] system = setup.system().split(" (?=[0-9])", 2);
        json.object(
                "browser",
                () -> json.plain("name", browser[0])
                        .plain("version", browser.length > 1 ? browser[1] : "")
                        .plain("user_agent", "")
                        .object(
                                "platform",
                                () -> json.plain("name", system[0])
                                        .plain("version", system.length > 1 ? system[1] : ""))
                        .object("extra_headers", () -> json.number("dnt", 0))
                        .object("preset_cookies", () -> {}));
    }
}
