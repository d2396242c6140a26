package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.feed.Item;
import io.github.zweiklick.feed.SinglePost;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.media.PictureName;
import io.github.zweiklick.upstream.Eventually;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that an officer took out: after a restart, with damaged files, and on the other nodes of a site. */
@Timeout(60)
final class TakenOutTest {
    private static final String ORIGIN = "https://www.musterstadt.example";
    private static final String POST = "https://social.example/@stadt/";
    private static final String PICTURE = PictureName.of("https://files.social.example/2.jpg");

    @TempDir
    Path directory;

    private final StubServer stub = StubServer.http();
    private final TestClock clock = new TestClock();
    private final List<Site> sites = new ArrayList<>();

    TakenOutTest() {
        stub.replies((request, socket) -> StubServer.json(
                        request.line().contains("/statuses/") ? status(2) : "[" + status(1) + "," + status(2) + "]")
                .to(request, socket));
    }

    @AfterEach
    void close() {
        sites.forEach(site -> site.asked().close());
        stub.close();
    }

    private static String status(int id) {
        return """
                {"id": "%d", "created_at": "2026-11-24T08:0%d:00.000Z", "url": "https://social.example/@stadt/%d",
                 "visibility": "public", "language": "de", "content": "<p>Nummer %d</p>",
                 "account": {"id": "7", "acct": "stadt", "display_name": "Stadt", "url": "https://social.example/@stadt"},
                 "media_attachments": [{"type": "image", "url": "https://files.social.example/%d.jpg", "description": "a"}]}""".formatted(id, id, id, id, id);
    }

    private Site site() {
        Site site =
                Site.of(Configuration.parse("""
                        {"origin": "%s", "outbound": {"snapshots": "%s"}, "feeds": {
                          "sources": {"rathaus": {"kind": "mastodon", "base": "%s", "site": "https://social.example", "accountId": "7"}},
                          "posts": {"sources": ["rathaus"]}}}""".formatted(ORIGIN, directory, stub.origin()), "zweiklick.json"), clock);
        sites.add(site);
        return site;
    }

    private static List<String> shown(Site site) {
        return site.asked().feeds().page(List.of("rathaus"), Optional.empty(), 0, 10).items().stream()
                .map(Item::post)
                .map(post -> post.id())
                .toList();
    }

    private static void showing(Site site, String... ids) {
        Eventually.until("shows " + List.of(ids), () -> shown(site).equals(List.of(ids)));
    }

    private static SinglePost single(Site site) {
        return site.asked().feeds().post(WebUrl.parse(POST + 2).orElseThrow()).orElseThrow();
    }

    private static Reply administer(Site site, String method, String path) {
        return site.admin()
                .answer(
                        new Request(
                                method,
                                path.replaceFirst("\\?.*", ""),
                                WebUrl.parse(ORIGIN + "/zweiklick" + path).orElseThrow(),
                                name -> name.equals("Sec-Fetch-Site") ? Optional.of("same-origin") : Optional.empty(),
                                new byte[0]),
                        "/zweiklick");
    }

    private static void order(Site site, String what) {
        assertThat(administer(site, "POST", "/admin/posts?source=rathaus&do=" + what)
                        .status())
                .isEqualTo(303);
    }

    private static Document officersPage(Site site) {
        return Jsoup.parse(
                new String(administer(site, "GET", "/admin/posts?lang=en").body(), StandardCharsets.UTF_8));
    }

    private void damage(String how) throws IOException {
        for (String name : List.of("removed.rathaus.ledger", "removed.rathaus.ledger2")) {
            Path file = directory.resolve(name);
            String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
            switch (how) {
                case "truncated" ->
                    Files.writeString(file, whole.substring(0, whole.length() / 2), StandardCharsets.ISO_8859_1);
                case "empty" -> Files.writeString(file, "");
                case "unreadable" -> {
                    Files.delete(file);
                    Files.createDirectories(file.resolve("in the way"));
                }
                case "of another version" ->
                    Files.writeString(
                            file, whole.substring(0, 3) + "\u0002" + whole.substring(4), StandardCharsets.ISO_8859_1);
                default -> Files.writeString(file, how.repeat(20));
            }
        }
    }

    @Test
    void isOutAfterARestart() {
        Site before = site();
        showing(before, "2", "1");
        order(before, "remove&post=2");
        before.asked().close();
        Site after = site();
        showing(after, "1");
        Eventually.until("as a single post too", () -> single(after) instanceof SinglePost.Gone);
        assertThat(after.asked().feeds().picture(PICTURE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "empty", "unreadable", "of another version", "garbage"})
    void whereItCannotBeReadWhatIsOutNothingIsShownUntilAnOfficerDecides(String how) throws IOException {
        Site before = site();
        showing(before, "2", "1");
        order(before, "remove&post=2");
        before.asked().close();
        damage(how);

        Site after = site();
        Eventually.until("it is fetched", () -> officersPage(after).select("li").size() == 2);
        assertThat(shown(after)).isEmpty();
        assertThat(single(after)).isInstanceOf(SinglePost.Gone.class);
        assertThat(after.asked().feeds().picture(PICTURE)).isEmpty();
        assertThat(after.findings().findings())
                .filteredOn(finding -> finding.place().equals("feeds.rathaus"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Finding.Kind.UPSTREAM);
                    assertThat(finding.message()).contains("none is shown");
                    assertThat(finding.remedy()).contains("backup", "page of posts that are held");
                });
        assertThat(officersPage(after).select("strong").text()).contains("no post of this source is shown");
        assertThat(new String(administer(after, "GET", "/admin/status.json").body(), StandardCharsets.UTF_8))
                .contains("\"withheld\" : true");

        order(after, "remove&post=1");
        assertThat(shown(after)).isEmpty();
        order(after, "release");
        assertThat(shown(after)).containsExactly("2");
        assertThat(after.asked().feeds().picture(PICTURE)).isPresent();
        assertThat(officersPage(after).select("strong")).isEmpty();
        after.asked().close();
        if (!how.equals("unreadable")) {
            assertThat(after.findings().findings()).isEmpty();
            showing(site(), "2");
        }
    }

    @Test
    void onceItCanBeReadAgainAllIsAsItWas() throws IOException {
        Site before = site();
        showing(before, "2", "1");
        order(before, "remove&post=2");
        before.asked().close();
        byte[] backup = Files.readAllBytes(directory.resolve("removed.rathaus.ledger"));
        damage("garbage");
        Site after = site();
        Eventually.until("it is fetched", () -> officersPage(after).select("li").size() == 2);
        assertThat(shown(after)).isEmpty();
        Files.write(directory.resolve("removed.rathaus.ledger"), backup);
        showing(after, "1");
    }

    @Test
    void whatOneNodeTakesOutTheOthersTakeOutThoughNothingIsFetchedAnew() {
        Site here = site();
        Site there = site();
        showing(here, "2", "1");
        showing(there, "2", "1");
        single(there);
        int asked = stub.requests().size();

        order(here, "remove&post=2");
        showing(there, "1");
        Eventually.until("as a single post too", () -> single(there) instanceof SinglePost.Gone);
        assertThat(there.asked().feeds().picture(PICTURE)).isEmpty();

        order(there, "restore&post=2");
        showing(here, "2", "1");
        assertThat(stub.lines().stream().skip(asked)).noneMatch(line -> line.contains("/accounts/7/statuses"));
    }
}
