package io.github.zweiklick.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Follows the links of the demo. */
final class Crawl {
    /** Gallery and notices are there in all of them, some thousand pages alike. */
    private static final Pattern OTHER_LANGUAGE = Pattern.compile("[?&]lang=(?!(?:de|en)(?:&|#|$))");

    private Crawl() {}

    /** Every page that links lead to, by path; each is there, and what it loads of the site too. */
    static Map<String, Document> from(Browser browser, String start) throws Exception {
        Map<String, Document> seen = new LinkedHashMap<>();
        Deque<String> waiting = new ArrayDeque<>(Set.of(start));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            if (seen.containsKey(path)) {
                continue;
            }
            HttpResponse<String> response = browser.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            Document page = Jsoup.parse(response.body());
            seen.put(path, page);
            for (String href : page.select("a[href^=/]").eachAttr("href")) {
                if (!OTHER_LANGUAGE.matcher(href).find()) {
                    waiting.add(href.replaceFirst("#.*", ""));
                }
            }
            for (String own : page.select("[src^=/], link[href^=/]").stream()
                    .map(e -> e.hasAttr("src") ? e.attr("src") : e.attr("href"))
                    .toList()) {
                assertThat(browser.get(own).statusCode()).as(own).isEqualTo(200);
            }
        }
        return seen;
    }
}
