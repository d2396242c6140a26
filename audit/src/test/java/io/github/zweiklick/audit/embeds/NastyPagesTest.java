package io.github.zweiklick.audit.embeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.page.PageRewriter;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is left of pages that try to get past the rewriter contacts nobody, the rewritten markup alone, without any of the
 * headers that would stop it: in frames with scripts and in frames where Chromium runs none.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NastyPagesTest {
    private static final String ORIGIN = "https://www.musterstadt.test";
    private static final int AT_A_TIME = 100;
    private static final int MOST_PAUSES = 60;

    private final Zweiklick zweiklick =
            Zweiklick.of(Configuration.parse("{\"controller\": \"Stadt Musterstadt\"}", "zweiklick.json"));
    private final List<NastyPages.Page> pages = NastyPages.all();
    /** Addresses of frames the browser asked for since the last page was opened. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private ContactHarness harness;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium and chromedriver are not installed");
        harness = ContactHarness.start();
        harness.serve("www.musterstadt.test", this::answer);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void asWrittenManyOfThemContactSomebody() {
        int many = pages.size() / 2;
        ContactReport report =
                contacted("as-written", sofar -> sofar.foreignHosts().size() > many);
        assertThat(report.foreignHosts()).hasSizeGreaterThan(many);
    }

    @Test
    void rewrittenNoneOfThemContactsAnybody() {
        ContactReport report = contacted("rewritten", sofar -> false);
        Set<String> failed = new TreeSet<>();
        for (String host : report.foreignHosts()) {
            failed.add(host + explained(host));
        }
        assertThat(failed).as(() -> String.join("\n", failed)).isEmpty();
        assertThat(opened(report, "rewritten").count())
                .as("the pages were opened")
                .isGreaterThan(pages.size());
    }

    private static Stream<String> opened(ContactReport report, String how) {
        return report.firstParty().stream()
                .map(contact -> contact.detail())
                .filter(detail -> detail.contains("/" + how + "/"));
    }

    /** Opens the pages some at a time, each in two frames; the site knows when all have been asked for. */
    private ContactReport contacted(String how, Predicate<ContactReport> enough) {
        try (Visit visit = harness.chromium(BrowserOptions.standard())) {
            for (int from = 0; from < pages.size(); from += AT_A_TIME) {
                int frames = 2 * (Math.min(pages.size(), from + AT_A_TIME) - from);
                asked.clear();
                visit.open(ORIGIN + "/" + how + "/" + from);
                for (int pauses = 0; pauses < MOST_PAUSES && asked.size() < frames; pauses++) {
                    visit.idle(Duration.ofSeconds(1));
                }
                visit.idle(Duration.ofSeconds(4));
                if (enough.test(visit.soFar())) {
                    break;
                }
            }
            return visit.report();
        }
    }

    private String explained(String host) {
        if (!host.matches("[sn][0-9]+\\..*")) {
            return "";
        }
        int number = Integer.parseInt(host.substring(1, host.indexOf('.')));
        String source = pages.get(number).source();
        Rewrite rewrite = rewritten(pages.get(number), host);
        String after = rewrite instanceof Rewrite.Rewritten changed
                ? new String(changed.body(), java.nio.charset.StandardCharsets.ISO_8859_1)
                : rewrite.toString();
        return "  " + source + "  ->  " + after;
    }

    private SiteResponse answer(SiteRequest request) {
        String[] path = request.target().split("/");
        if (path.length == 3 && (path[1].equals("rewritten") || path[1].equals("as-written"))) {
            return SiteResponse.page(frames(path[1], Integer.parseInt(path[2])));
        }
        if (path.length != 4) {
            return SiteResponse.empty(404);
        }
        asked.add(request.target());
        NastyPages.Page page = pages.get(Integer.parseInt(path[3]));
        String host = path[2] + path[3] + ".leak.test";
        if (path[1].equals("as-written")) {
            return response(page.contentType(), page.body(host));
        }
        Rewrite rewrite = rewritten(page, host);
        String essence = PageRewriter.sniffedType(page.contentType(), page.body(host))
                .orElseGet(() -> page.contentType().orElseThrow().split(";", 2)[0]);
        if (rewrite instanceof Rewrite.Rewritten changed) {
            return response(
                    Optional.of(essence + "; charset=" + changed.charset().name()), changed.body());
        }
        if (rewrite instanceof Rewrite.Unchanged same) {
            return response(
                    Optional.of(same.charset()
                            .map(charset -> essence + "; charset=" + charset.name())
                            .orElse(essence)),
                    page.body(host));
        }
        return SiteResponse.empty(500);
    }

    private Rewrite rewritten(NastyPages.Page page, String host) {
        WebUrl address = WebUrl.parse(ORIGIN + "/rewritten/x").orElseThrow();
        return zweiklick.protection(address, "").page(page.body(host), page.contentType(), List.of());
    }

    private static SiteResponse response(Optional<String> contentType, byte[] body) {
        SiteResponse typed =
                contentType.map(type -> SiteResponse.of(type, "")).orElseGet(() -> SiteResponse.empty(200));
        return new SiteResponse(200, typed.fields(), body);
    }

    /** A sandbox without {@code allow-scripts} is what a browser without scripts is, for one frame. */
    private String frames(String how, int from) {
        StringBuilder html = new StringBuilder("<!doctype html><title>Rahmen</title><link rel=icon href=data:,>");
        for (int i = from; i < Math.min(pages.size(), from + AT_A_TIME); i++) {
            html.append("<iframe src=/" + how + "/s/" + i + "></iframe>");
            html.append("<iframe sandbox=allow-same-origin src=/" + how + "/n/" + i + "></iframe>");
        }
        return html.toString();
    }
}
