package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rewrites pages of the city of Musterstadt. */
final class Pages {
    static final OwnHosts OWN = new OwnHosts(List.of("stadt.example", "*.stadt.example"));

    static final Catalogue CATALOGUE = SampleServices.catalogue();

    final List<Finding> findings = new ArrayList<>();
    final SmallMarkup markup = new SmallMarkup();
    private String address = "https://stadt.example/aktuelles/seite.html?q=1";

    Pages at(String pageAddress) {
        address = pageAddress;
        return this;
    }

    Rewrite rewrite(byte[] body, String contentType) {
        PageSource source = new PageSource(
                body,
                contentType.isEmpty() ? Optional.empty() : Optional.of(contentType),
                WebUrl.parse(address).orElseThrow(),
                OWN,
                "/zweiklick");
        return new PageRewriter(CATALOGUE, findings::add).rewrite(source, markup);
    }

    String html(String before) {
        return as("text/html; charset=utf-8", before);
    }

    String as(String contentType, String before) {
        byte[] body = before.getBytes(StandardCharsets.UTF_8);
        Rewrite rewrite = rewrite(body, contentType);
        if (rewrite instanceof Rewrite.Rewritten rewritten) {
            return new String(rewritten.body(), StandardCharsets.UTF_8);
        }
        assertThat(rewrite).isInstanceOf(Rewrite.Unchanged.class);
        return before;
    }

    List<Finding.Kind> kinds() {
        return findings.stream().map(Finding::kind).toList();
    }

    static void same(String html) {
        assertThat(new Pages().html(html)).isEqualTo(html);
    }

    static void becomes(String before, String after) {
        assertThat(new Pages().html(before)).isEqualTo(after);
    }
}
