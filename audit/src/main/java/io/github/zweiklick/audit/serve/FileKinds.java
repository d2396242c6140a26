package io.github.zweiklick.audit.serve;

import java.util.Map;

/** Files of a report as they are sent. */
final class FileKinds {

    /**
     * How a file is sent.
     *
     * @param shown whether browsers show it; others are kept under their name
     */
    record Kind(String type, boolean shown) {}

    private static final Kind OTHER = new Kind("application/octet-stream", false);

    /** A PDF is kept: in a sandbox no viewer starts. */
    private static final Map<String, Kind> KINDS = Map.of(
            "html", new Kind("text/html; charset=utf-8", true),
            "txt", new Kind("text/plain; charset=utf-8", true),
            "pdf", new Kind("application/pdf", false),
            "json", new Kind("application/json", false),
            "sarif", new Kind("application/sarif+json", false),
            "xml", new Kind("application/xml", false),
            "csv", new Kind("text/csv; charset=utf-8", false),
            "zip", new Kind("application/zip", false));

    private FileKinds() {}

    static Kind of(String name) {
        return KINDS.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
    }
}
