package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.TrustedHost;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** No foreign host is told which page a visitor reads (Art. 5(1)(c) GDPR). The origin alone is no page. */
record RefererRule(List<TrustedHost> trusted) implements Judge.Rule {

    @Override
    public List<Observation> apply(PageResult page) {
        Set<String> foreign =
                page.contacts().contacts().stream().map(Contact::host).collect(Collectors.toSet());
        String host = host(page.shown());
        Set<String> told = new HashSet<>();
        List<Observation> found = new ArrayList<>();
        for (Exchange exchange : page.contacts().exchanges()) {
            Optional<String> address = exchange.referer().filter(referer -> isPage(referer, host));
            if (address.isPresent()
                    && foreign.contains(exchange.host())
                    && trusted.stream().noneMatch(known -> known.covers(exchange.host()))
                    && told.add(exchange.host())) {
                found.add(new Observation(
                        Observation.Kind.PAGE_ADDRESS_SENT,
                        page.url(),
                        Optional.of(exchange.step()),
                        exchange.host(),
                        List.of("Referer: " + address.get())));
            }
        }
        return found;
    }

    private static boolean isPage(String referer, String host) {
        return host(referer).equals(host) && !path(referer).equals("/");
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("");
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** With the query: a front page's search is an address as well. */
    private static String path(String url) {
        URI uri = URI.create(url);
        String path = Optional.ofNullable(uri.getRawPath())
                .filter(text -> !text.isEmpty())
                .orElse("/");
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
