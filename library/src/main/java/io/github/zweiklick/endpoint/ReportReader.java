package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies of reports: one violation ({@code application/csp-report}, CSP Level 3, section 5.3), or a list of reports
 * ({@code application/reports+json}, Reporting API).
 */
final class ReportReader {
    private static final int MOST_REPORTS = 200;
    private static final Pattern DIRECTIVE = Pattern.compile("[a-z][a-z-]{2,39}");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .build();

    private ReportReader() {}

    /** The reports of contacts among those in a body; empty where it is no such body. */
    static Optional<List<Report>> read(byte[] body) {
        JsonNode root;
        try {
            root = MAPPER.readTree(body);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
        List<Report> reports = new ArrayList<>();
        if (root.path("csp-report").isObject()) {
            JsonNode report = root.path("csp-report");
            String directive = report.path("effective-directive")
                    .asString(report.path("violated-directive").asString(""));
            add(reports, directive, report.path("blocked-uri"), report.path("document-uri"), report);
        } else if (root.isArray()) {
            for (int i = 0; i < Math.min(root.size(), MOST_REPORTS); i++) {
                add(reports, root.get(i));
            }
        } else {
            return Optional.empty();
        }
        return Optional.of(reports);
    }

    private static void add(List<Report> reports, JsonNode report) {
        JsonNode body = report.path("body");
        switch (report.path("type").asString("")) {
            case "csp-violation" ->
                add(
                        reports,
                        body.path("effectiveDirective").asString(""),
                        body.path("blockedURL"),
                        body.path("documentURL"),
                        body);
            case "connection-allowlist" ->
                add(reports, Report.ALLOWLIST, body.path("connection"), report.path("url"), body);
            default -> {
                // Deprecations, interventions and the like are of no interest here.
            }
        }
    }

    private static void add(List<Report> reports, String directive, JsonNode blocked, JsonNode page, JsonNode body) {
        // Firefox tells the sources as well.
        String name = directive.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        Optional<WebUrl> contacted = network(blocked);
        Optional<WebUrl> where = network(page);
        if (contacted.isPresent()
                && where.isPresent()
                && DIRECTIVE.matcher(name).matches()) {
            boolean stopped = !body.path("disposition").asString("").equals("report");
            reports.add(new Report(name, contacted.get().host(), where.get(), stopped));
        }
    }

    /** Not {@code inline}, {@code data} and the like, nor what the visitor's browser extensions load. */
    private static Optional<WebUrl> network(JsonNode address) {
        return WebUrl.parse(address.asString(""))
                .filter(WebUrl::isNetwork)
                .filter(url -> url.host().length() <= 253);
    }
}
