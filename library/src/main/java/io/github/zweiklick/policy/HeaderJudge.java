package io.github.zweiklick.policy;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.url.WebUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Judges the header lines a response is given. Each of these made browsers contact a foreign host in measurements, the
 * page's own policy notwithstanding.
 *
 * @param page public address of the response
 */
public record HeaderJudge(WebUrl page, OwnHosts own, FindingSink findings) {
    private static final String REMEDY =
            "Remove it from the application or the server, or declare the host under \"own\"";
    /** RFC 8288, 3, without escapes: what is written otherwise browsers end each where it likes. */
    private static final Pattern PARAMETERS = Pattern.compile("(?:\\s*+;\\s*+"
            + "(?:[^\\s;,=\"<>\\\\]++\\s*+(?:=\\s*+(?:\"[^\"\\\\]*+\"|[^\\s;,\"<>\\\\]++))?+)?+)*+\\s*+");
    /** RFC 7838, 3; the first group is the authority. */
    private static final Pattern ALTERNATIVE = Pattern.compile(
            "[^\\s;,=\"<>\\\\]++=\"(:\\d+|[\\w.:\\[\\]-]+)\"" + "(?:\\s*+;\\s*+\\w++=(?:\\w++|\"[\\d,]*+\"))*+\\s*+");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");
    private static final HeaderVerdict KEEP = new HeaderVerdict.Keep();
    private static final HeaderVerdict REFUSE = new HeaderVerdict.Refuse();

    /** The verdict on one line; what is not kept as it is, is reported. */
    public HeaderVerdict judge(String name, String value) {
        HeaderVerdict verdict = verdict(name, value);
        if (!(verdict instanceof HeaderVerdict.Keep)) {
            report(
                    "The header " + name + ": " + quoted(value)
                            + " would make browsers contact a foreign host; its foreign part was left out",
                    REMEDY,
                    false);
        }
        return verdict;
    }

    /** Looks at a line that goes out as it is, for the response is observed only; reports what would be refused of it. */
    public void observe(String name, String value) {
        if (!(verdict(name, value) instanceof HeaderVerdict.Keep)) {
            report(
                    "The header " + name + ": " + quoted(value)
                            + " makes browsers contact a foreign host; its foreign part would be left out",
                    REMEDY,
                    true);
        }
    }

    /** What differs from response to response, or may be a secret, is left out: a finding is one however often met. */
    private static String quoted(String value) {
        return value.replaceAll("'nonce-[^']*'", "'nonce-…'").replaceAll("\\?[^\\s\"'<>;,|]*", "?…");
    }

    /**
     * Looks at a line that stood on the response before Zweiklick: it cannot be taken back, only named.
     *
     * @param airlock whether the response is one of Zweiklick's own documents, whose policy stands alone
     */
    public void lookAtEarlier(String name, String value, boolean airlock) {
        if (airlock) {
            Obstacles.lookBeforeAirlock(name, value, page, findings);
        } else if (!(verdict(name, value) instanceof HeaderVerdict.Keep)) {
            report(
                    "The header " + name + ": " + quoted(value)
                            + " was set before Zweiklick and cannot be taken back: it makes browsers contact a foreign host",
                    "Remove it where it is set, or let Zweiklick come first",
                    false);
        }
    }

    private HeaderVerdict verdict(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "link" -> kept(value, HeaderList.split(value, ','), this::isHarmlessLink, ", ");
            case "alt-svc" -> kept(value, HeaderList.split(value, ','), this::isOwnAlternative, ", ");
            case "reporting-endpoints" -> kept(value, HeaderList.split(value, ','), this::namesOwnAddressesOnly, ", ");
            case "report-to" -> namesOwnAddressesOnly(value) ? KEEP : REFUSE;
            case "refresh" -> Refresh.address(value).filter(this::isForeign).isEmpty() ? KEEP : REFUSE;
            // A rule set may name any address, or one of the site's own that redirects abroad.
            case "speculation-rules" -> REFUSE;
            // Speaks of a group that an earlier response, from before the installation, may have stored.
            case "nel" -> endsErrorLogging(value) ? KEEP : REFUSE;
            case "content-security-policy", "content-security-policy-report-only" -> policy(name, value);
            default -> {
                Obstacles.look(name, value, page, findings);
                yield KEEP;
            }
        };
    }

    private void report(String message, String remedy, boolean observed) {
        findings.report(new Finding(
                Finding.Kind.FOREIGN_HEADER, page.origin() + page.path(), message, remedy, Optional.empty(), observed));
    }

    private HeaderVerdict policy(String name, String value) {
        List<ContentSecurityPolicy> policies = ContentSecurityPolicy.parse(value);
        if (!name.toLowerCase(Locale.ROOT).endsWith("-report-only")) {
            policies.forEach(policy -> Obstacles.look(policy, page, findings));
        }
        boolean reportsAbroad = policies.stream()
                .flatMap(policy -> policy.values("report-uri").stream())
                .flatMap(List::stream)
                .anyMatch(this::isForeign);
        return reportsAbroad ? new HeaderVerdict.Replace(withoutForeignReports(policies)) : KEEP;
    }

    /** The site's own policy is never edited, foreign report targets apart. */
    private String withoutForeignReports(List<ContentSecurityPolicy> policies) {
        return policies.stream()
                .map(policy -> policy.without("report-uri", this::isForeign).toString())
                .collect(Collectors.joining(", "));
    }

    private static HeaderVerdict kept(String value, List<String> items, Predicate<String> keep, String joint) {
        List<String> kept = items.stream().filter(keep).toList();
        if (kept.size() == items.size()) {
            return KEEP;
        }
        return kept.isEmpty() || value.isBlank() ? REFUSE : new HeaderVerdict.Replace(String.join(joint, kept));
    }

    private boolean isHarmlessLink(String item) {
        int start = item.indexOf('<');
        int end = item.indexOf('>', start + 1);
        if (start < 0 || end < 0) {
            return !item.contains("//");
        }
        for (int next = item.indexOf('<', start + 1); next >= 0; next = item.indexOf('<', next + 1)) {
            // Unbalanced quotes or brackets: browsers may see two links where one was read.
            int close = item.indexOf('>', next);
            if (isForeign(item.substring(next + 1, close < 0 ? item.length() : close))) {
                return false;
            }
        }
        String parameters = item.substring(end + 1);
        if (loadsPictureFromAbroad(parameters)) {
            return false;
        }
        if (!isForeign(item.substring(start + 1, end))) {
            return true;
        }
        List<String> relations = HeaderList.parameter(parameters, "rel");
        return PARAMETERS.matcher(parameters).matches()
                && !relations.isEmpty()
                && relations.stream().allMatch(LinkRelations::isInert);
    }

    private boolean loadsPictureFromAbroad(String parameters) {
        return HeaderList.parameter(parameters, "imagesrcset").stream()
                .flatMap(sources -> Arrays.stream(SEPARATORS.split(sources)))
                .anyMatch(this::isForeign);
    }

    /** RFC 7838, section 3: an empty host is the origin's own. What is written otherwise browsers read each in its way. */
    private boolean isOwnAlternative(String item) {
        Matcher written = ALTERNATIVE.matcher(item);
        if (!written.matches()) {
            return item.equalsIgnoreCase("clear");
        }
        String authority = written.group(1);
        return authority.startsWith(":") || !isForeign("https://" + authority + "/");
    }

    /** Exactly one age, and it is zero: of repeated members JSON readers take the last. */
    private static boolean endsErrorLogging(String value) {
        String json = value.replaceAll("\\s", "");
        boolean once = json.indexOf("max_age") == json.lastIndexOf("max_age") && json.indexOf('\\') < 0;
        return once && (json.contains("\"max_age\":0,") || json.contains("\"max_age\":0}"));
    }

    private boolean namesOwnAddressesOnly(String value) {
        // No address of a server needs an escape, and JSON has escapes of its own.
        return value.replace("\\/", "/").indexOf('\\') < 0
                && HeaderList.quoted(value).stream().noneMatch(text -> looksLikeAddress(text) && isForeign(text));
    }

    private static boolean looksLikeAddress(String text) {
        return text.contains("/") || text.contains(":");
    }

    private boolean isForeign(String address) {
        Optional<WebUrl> url = WebUrl.parse(address, page);
        return url.isPresent()
                && url.get().isNetwork()
                && !own.contains(url.get().host());
    }
}
