package io.github.zweiklick.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where browsers send reports: our own endpoint. Chromium sends those of the Reporting API together, about once a minute and on
 * https only; browsers without it send each violation of a policy by itself, which {@code report-uri} asks for.
 *
 * @param address path of the endpoint
 */
public record ReportTarget(String address) {
    /** Name of the endpoint in {@code Reporting-Endpoints}. */
    static final String GROUP = "zweiklick";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._~%-]*");

    /** @param base absolute path of the endpoints; one that would need quoting in headers and markup has no target */
    public static Optional<ReportTarget> below(String base) {
        return PLAIN.matcher(base).matches() ? Optional.of(new ReportTarget(base + "/reports")) : Optional.empty();
    }

    /** Names the endpoint. The application may name further ones in lines of its own: browsers join them. */
    HeaderLine endpoints() {
        return new HeaderLine("Reporting-Endpoints", GROUP + "=\"" + address + "\"");
    }

    /** What a policy says to report here. Browsers that know {@code report-to} ignore the other. */
    String directives() {
        return "; report-uri " + address + "; report-to " + GROUP;
    }
}
