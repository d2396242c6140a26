package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.RichText.Tag;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How feeds are written down: charsets, prefixes, addresses, and what is wrong in them. */
@Timeout(30)
class SyndicationFeedDocumentsTest {
    private static final String SITE = "https://www.musterstadt.example";

    private final FeedSource source = new SyndicationFeed();
    private final StubServer stub = StubServer.http();

    @AfterEach
    void close() {
        stub.close();
    }

    private List<Post> posts() throws UpstreamException {
        return Fixtures.posts(source, stub, Map.of());
    }

    private List<Post> posts(String body) throws UpstreamException {
        stub.replies(StubServer.status(200, "application/xml", body));
        return posts();
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>T</title><link>" + SITE + "/</link>" + items + "</channel></rss>";
    }

    private static String item(String parts) {
        return rss("<item><pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate>" + parts + "</item>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | UTF-8",
                "- | - | windows-1252",
                "- | text/xml; charset=iso-8859-1 | windows-1252",
                "- | text/xml; charset=\"windows-1250\" | windows-1250",
                "iso-8859-2 | text/xml; charset=utf-8 | iso-8859-2",
                "utf-8 | - | windows-1252",
                "unheard-of | - | UTF-8",
                "UTF-16 | - | UTF-8",
                "UTF-16 | - | UTF-16",
                "- | - | UTF-16LE",
                "- | - | UTF-16BE",
            })
    void charsets(String declared, String type, String charset) throws UpstreamException {
        String feed = (declared == null ? "" : "<?xml version='1.0' encoding='" + declared + "'?>")
                + item("<title>Grüße</title>");
        stub.replies(StubServer.answer(
                200, type == null ? Map.of() : Map.of("Content-Type", type), feed.getBytes(Charset.forName(charset))));
        assertThat(posts())
                .singleElement()
                .satisfies(post -> assertThat(post.title()).contains("Grüße"));
    }

    @Test
    void jsonMayBeginWithAMark() throws UpstreamException {
        assertThat(posts(Character.toString(0xfeff) + Fixtures.text("feed.json")))
                .hasSize(2);
    }

    @Test
    void homesThatAreNoneOfTheWebAreLeftOut() throws UpstreamException {
        for (String home : List.of("javascript:alert(1)", "ftp://a.example/", "data:,x")) {
            assertThat(posts("<rss><channel><link>" + home
                            + "</link><item><title>A</title><pubDate>4 May 2026</pubDate></item></channel></rss>"))
                    .singleElement()
                    .satisfies(Harmless::check);
            assertThat(posts("{\"version\":\"https://jsonfeed.org/version/1\",\"home_page_url\":\"" + home
                            + "\",\"items\":[{\"id\":\"1\",\"title\":\"A\",\"date_published\":\"2026-05-04\"}]}"))
                    .singleElement()
                    .satisfies(Harmless::check);
        }
    }

    /** XML ends elements where they begin, HTML goes on with them. */
    @Test
    void emptyElementsOfXhtmlHoldNothing() throws UpstreamException {
        assertThat(posts(
                        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><updated>2026-05-04T08:00:00Z</updated>"
                                + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><script src='x'/><b/>Wort<br/>Zeile<iframe/><textarea/> Ende</div></content>"
                                + "</entry></feed>"))
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.text().text()).isEqualTo("Wort\nZeile Ende");
                    assertThat(Nodes.tags(post.text())).containsExactly(Tag.PARAGRAPH);
                });
    }

    @Test
    void prefixesAreAFeedsOwn() throws UpstreamException {
        assertThat(posts(
                        "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xmlns:x='http://search.yahoo.com/mrss'><a:title>F</a:title>"
                                + "<a:entry><a:id>1</a:id><a:title>T</a:title><a:updated>2026-05-04T08:00:00Z</a:updated>"
                                + "<x:thumbnail url='https://a.example/x.jpg'/></a:entry></a:feed>"))
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.title()).contains("T");
                    assertThat(post.author().name()).isEqualTo("F");
                    assertThat(post.media()).hasSize(1);
                });
        assertThat(posts(item("<media:thumbnail url='https://a.example/x.jpg'/><dc:creator>C</dc:creator>")))
                .singleElement()
                .satisfies(post -> {
                    assertThat(post.author().name()).as("no prefix is declared").isEqualTo("C");
                    assertThat(post.media()).hasSize(1);
                });
    }

    @Test
    void entitiesThatADocumentDeclaresAreNotRead() throws UpstreamException {
        assertThat(posts("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>"
                        + "<!ENTITY x SYSTEM 'file:///etc/hostname'>]>" + item("<title>&b;&x;&nbsp;|</title>")))
                .singleElement()
                .satisfies(post -> assertThat(post.title()).contains("&b;&x; |"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link>javascript:alert(1)</link><guid>x</guid> | https://www.musterstadt.example/",
                "<link> </link><guid>https://www.musterstadt.example/g</guid> | https://www.musterstadt.example/g",
                "<guid isPermaLink='false'>https://www.musterstadt.example/g</guid> | https://www.musterstadt.example/",
                "<link href='https://www.musterstadt.example/h'/> | https://www.musterstadt.example/h",
                "<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='alternate' href='https://www.musterstadt.example/a'/> | https://www.musterstadt.example/a",
                "<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='self' href='https://www.musterstadt.example/a'/> | https://www.musterstadt.example/",
                "<link>//www.musterstadt.example/r</link> | https://www.musterstadt.example/r"
            })
    void addressesOfEntries(String parts, String address) throws UpstreamException {
        assertThat(posts(item("<title>A</title>" + parts)))
                .singleElement()
                .satisfies(post -> assertThat(post.address()).isEqualTo(address));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Erika Muster | Erika Muster",
                "presse@stadt.example | T",
                "presse@stadt.example (Erika) | Erika",
                "Erika <presse@stadt.example> | Erika",
                "Erika presse@stadt.example | Erika"
            })
    void namesWithoutMail(String written, String name) throws UpstreamException {
        assertThat(posts(item("<title>A</title><author><![CDATA[" + written + "]]></author>")))
                .singleElement()
                .satisfies(post -> assertThat(post.author().name()).isEqualTo(name));
    }
}
