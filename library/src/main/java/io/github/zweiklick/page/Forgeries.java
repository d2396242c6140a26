package io.github.zweiklick.page;

import io.github.zweiklick.policy.OutAddress;
import io.github.zweiklick.url.WebUrl;
import java.util.Set;
import java.util.TreeSet;

/**
 * Markup of an author's that pretends to be ours: a form aimed at the airlock would load a service by a click on
 * anything, and our script trusts our names.
 */
final class Forgeries {
    private final Session session;
    private final Examined page;
    private final Addresses addresses;
    private final Disarmer disarmer;

    Forgeries(Session session, Examined page, Addresses addresses, Disarmer disarmer) {
        this.session = session;
        this.page = page;
        this.addresses = addresses;
        this.disarmer = disarmer;
    }

    void disarm(Candidate candidate) {
        Set<String> names = Set.of();
        boolean ours = candidate.tag().name().equals("zweiklick-embed");
        for (Attribute attribute : candidate.tag().attributes()) {
            if (!disarmer.isOurs(attribute) && (isForged(attribute) || (ours && isState(attribute)))) {
                names = names.isEmpty() ? new TreeSet<>() : names;
                names.add(attribute.name());
            }
        }
        if (!names.isEmpty()) {
            disarmer.rename(candidate.tag(), names);
            Reports.forged(session, "<" + candidate.tag().name() + "> with " + String.join(", ", names));
        }
    }

    private static boolean isState(Attribute attribute) {
        return attribute.name().equals("data-state") || attribute.name().equals("data-service");
    }

    private boolean isForged(Attribute attribute) {
        return switch (attribute.name()) {
            case "action", "formaction" -> isEndpoint(page.source.value(attribute));
            case "id" -> page.source.value(attribute).equals("zweiklick-form");
            case "name" -> page.source.value(attribute).startsWith("zweiklick-");
            case "form" -> page.source.value(attribute).equals("zweiklick-form");
            case "data-zweiklick" -> true;
            default -> false;
        };
    }

    private boolean isEndpoint(String value) {
        String base = session.source.base();
        return addresses.bases().stream()
                .flatMap(from -> WebUrl.parse(value, from).stream())
                .filter(url -> addresses.own().contains(url.host()))
                .map(url -> decoded(url.path()))
                .anyMatch(path -> (path.equals(base) || path.startsWith(base + "/") || path.startsWith(base + ";"))
                        && !isWayOut(path.substring(base.length())));
    }

    /** Leads to other sites, which any link may, and opens nothing. */
    private static boolean isWayOut(String path) {
        return path.equals(OutAddress.PATH)
                || (path.startsWith(OutAddress.FORM)
                        && path.substring(OutAddress.FORM.length()).matches("[A-Za-z0-9_-]+"));
    }

    /** A server takes {@code %61} for an a, and several slashes for one. */
    private static String decoded(String path) {
        return new PercentDecoding(path).text().replaceAll("/{2,}", "/");
    }
}
