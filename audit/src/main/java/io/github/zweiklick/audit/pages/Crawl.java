package io.github.zweiklick.audit.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * The pages that links of the site's own lead to, nearest first, one after the other so that the site hardly notices. Links
 * that scripts make are not seen; files other than pages are left out.
 */
public final class Crawl {
    private static final int MOST_WAITING = 100_000;

    private final Fetch fetch = new Fetch();
    private final Predicate<String> own;

    /** @param own whether a host is the site's; hosts of the first addresses are in any case */
    public Crawl(Predicate<String> own) {
        this.own = own;
    }

    /**
     * Finds pages, the first ones included.
     *
     * @param most how many at most
     * @throws IOException when none of the first can be had
     */
    public List<String> addresses(List<String> first, int most) throws IOException {
        Set<String> pages = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(first);
        Set<String> hosts = new HashSet<>();
        first.forEach(url -> hosts.add(host(URI.create(url))));
        Deque<String> waiting = new ArrayDeque<>(first);
        IOException failure = new IOException("no page is named");
        while (!waiting.isEmpty() && pages.size() < most) {
            String url = waiting.poll();
            try {
                Fetch.Document document = fetch.get(URI.create(url));
                if (isPage(document) && (hosts.contains(host(document.url())) || own.test(host(document.url())))) {
                    pages.add(url);
                    links(document, hosts, seen, waiting);
                }
            } catch (IOException | IllegalArgumentException broken) {
                // A dead link is no page; that the site cannot be had at all is said below.
                failure = new IOException(broken.getMessage(), broken);
            }
        }
        if (pages.isEmpty()) {
            throw failure;
        }
        return List.copyOf(pages);
    }

    private static boolean isPage(Fetch.Document document) {
        return document.type().equals("text/html") || document.type().equals("application/xhtml+xml");
    }

    private void links(Fetch.Document document, Set<String> hosts, Set<String> seen, Deque<String> waiting)
            throws IOException {
        for (Element link : Jsoup.parse(
                        new ByteArrayInputStream(document.body()),
                        null,
                        document.url().toString())
                .select("a[href], area[href]")) {
            String address = link.absUrl("href").replaceFirst("#.*", "");
            try {
                URI url = URI.create(address);
                boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
                if (web
                        && (hosts.contains(host(url)) || own.test(host(url)))
                        && waiting.size() < MOST_WAITING
                        && seen.add(address)) {
                    waiting.add(address);
                }
            } catch (IllegalArgumentException unreadable) {
                // Browsers would mend it; a crawl need not.
            }
        }
    }

    private static String host(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }
}
