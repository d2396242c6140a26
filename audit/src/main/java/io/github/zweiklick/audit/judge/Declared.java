package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Facts;
import io.github.zweiklick.catalogue.Service;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is declared for services: the hosts they may contact after consent, and their cookies. */
record Declared(Catalogue catalogue) {

    /** Whether one of these services may contact a host on a page. */
    boolean covers(PageResult page, Collection<String> services, String host) {
        return services.stream().anyMatch(id -> covers(page, id, host));
    }

    private boolean covers(PageResult page, String id, String host) {
        Optional<Service> service = catalogue.service(id);
        if (service.isEmpty()) {
            return false;
        }
        Service known = service.get();
        return known.isAt(host)
                || HostList.covers(known.frame().hosts(), host)
                || HostList.covers(known.frame().contacts(), host)
                || HostList.covers(known.frame().scripts(), host)
                || chosen(page, id).contains(host);
    }

    /** Hosts of the visitor's choice, where a service has a server in many places: those of the placeholders' own frames. */
    private List<String> chosen(PageResult page, String id) {
        return page.facts().placeholders().stream()
                .filter(placeholder -> placeholder.service().equals(id))
                .flatMap(placeholder -> embed(placeholder).stream())
                .flatMap(embed -> catalogue.frameSources(embed).stream())
                .map(source -> source.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*", ""))
                .toList();
    }

    /** The embed a placeholder's button asks the airlock for. */
    private Optional<Embed> embed(PageFacts.Placeholder placeholder) {
        Map<String, String> captures = new HashMap<>();
        String kind = "";
        String query = query(placeholder.address());
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
            if (parts[0].equals("embed")) {
                kind = value;
            } else if (parts[0].startsWith("c.")) {
                captures.put(parts[0].substring(2), value);
            }
        }
        return catalogue.rebuild(placeholder.service(), kind, captures);
    }

    private static String query(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawQuery()).orElse("");
        } catch (IllegalArgumentException unreadable) {
            // A button that leads nowhere names no embed.
            return "";
        }
    }

    /** Whether a cookie is declared for a service, or nothing is said of its cookies but that its policy tells. */
    boolean hasCookie(String id, String name) {
        Optional<Facts> facts = catalogue.service(id).flatMap(Service::facts);
        return facts.isPresent()
                && (!facts.get().cookiesKnown()
                        || facts.get().cookies().stream().anyMatch(cookie -> matches(cookie.name(), name)));
    }

    /** Names of cookies may end in a star: some carry an identifier in their name. */
    static boolean matches(String declared, String name) {
        return declared.endsWith("*")
                ? name.startsWith(declared.substring(0, declared.length() - 1))
                : declared.equals(name);
    }
}
