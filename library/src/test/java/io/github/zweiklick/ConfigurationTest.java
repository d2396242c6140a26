package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.view.Presentation;
import io.github.zweiklick.view.Remembering;
import io.github.zweiklick.view.Remembering.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every key of {@code zweiklick.json}, right and wrong. */
final class ConfigurationTest {
    private static final String NAME = "zweiklick.json";

    @Test
    void nothingSetIsTheDefaults() {
        assertThat(Configuration.parse("{}", NAME)).isEqualTo(Configuration.defaults());
        assertThat(Configuration.defaults().base()).isEqualTo("/zweiklick");
        assertThat(Configuration.defaults().presentation().remembering())
                .isEqualTo(Remembering.everywhere(new Term.Days(180)));
        assertThat(Configuration.defaults().onFailure()).isEqualTo(Configuration.OnFailure.WITHHOLD);
        assertThat(Configuration.defaults().connectionAllowlist()).isEqualTo(Configuration.ConnectionAllowlist.REPORT);
    }

    @Test
    void everythingCanBeSet() {
        Configuration configuration = Configuration.parse("""
                // Stadt Musterstadt
                {
                  "base": "/datenschutz/klick",
                  "origin": "https://www.musterstadt.example",
                  "trustedProxies": ["10.0.0.0/8", "::1"],
                  "forwarded": "rfc7239",
                  "own": [{"host": "*.Musterstadt.example", "reason": "Bilder", "contract": "AVV 3/2026"}],
                  "exclude": ["/intern", "Redaktion.musterstadt.example"], /* back end */
                  "guard": "always",
                  "onFailure": "pass",
                  "maxPage": 1048576,
                  "keepPages": 65536,
                  "remember": {"*": "30 days", "facebook": "never", "youtube": "session"},
                  "controller": "Stadt Musterstadt",
                  "officer": "datenschutz@musterstadt.example",
                  "authority": "Die Landesbeauftragte",
                  "languages": ["de", "en"],
                  "texts": {"en": {"once": "Load this"}},
                  "embedded": ["youtube"],
                  "archive": "/var/lib/zweiklick",
                  "simulate": {"www.facebook.com": "http://facebook.localhost:9101"},
                  "connectionAllowlist": "enforce",
                  "mode": "observe",
                  "rules": [
                    {"paths": ["/Aktuelles", "/rathaus"], "mode": "protect"},
                    {"paths": ["/alt"], "hosts": ["*.Musterstadt.example"], "mode": "observe"}
                  ],
                  "admin": {"role": "datenschutz", "addresses": ["10.0.0.0/8"]},
                  "shares": {"services": ["email", "x"], "shariff": true},
                  "feeds": {"timeZone": "Europe/Berlin"},
                  "outbound": {"snapshots": "/var/lib/zweiklick/snapshots"},
                }""", NAME);

        assertThat(configuration)
                .isEqualTo(new Configuration(
                        "/datenschutz/klick",
                        Optional.of("https://www.musterstadt.example"),
                        List.of("10.0.0.0/8", "::1"),
                        Configuration.Forwarded.RFC7239,
                        List.of(new Configuration.OwnHost(
                                "*.musterstadt.example", Optional.of("Bilder"), Optional.of("AVV 3/2026"))),
                        List.of("/intern", "redaktion.musterstadt.example"),
                        Configuration.Guard.ALWAYS,
                        Configuration.OnFailure.PASS,
                        1 << 20,
                        1 << 16,
                        new Presentation(
                                Optional.of("Stadt Musterstadt"),
                                Optional.of("datenschutz@musterstadt.example"),
                                Optional.of("Die Landesbeauftragte"),
                                new Remembering(
                                        new Term.Days(30),
                                        Map.of("facebook", new Term.Never(), "youtube", new Term.Session())),
                                List.of("de", "en"),
                                Map.of("en", Map.of("once", "Load this")),
                                List.of("youtube"),
                                Optional.of(Path.of("/var/lib/zweiklick"))),
                        List.of(),
                        Configuration.ConnectionAllowlist.ENFORCE,
                        Map.of("www.facebook.com", "http://facebook.localhost:9101"),
                        Mode.OBSERVE,
                        List.of(
                                new Rule(List.of("/Aktuelles", "/rathaus"), List.of(), Mode.PROTECT),
                                new Rule(List.of("/alt"), List.of("*.musterstadt.example"), Mode.OBSERVE)),
                        new Admin(Optional.of("datenschutz"), List.of("10.0.0.0/8")),
                        new ShareSettings(List.of("email", "x"), true, CountSettings.none()),
                        new FeedSettings(List.of(), ZoneId.of("Europe/Berlin"), FeedSettings.Pictures.USUAL),
                        OutboundSettings.direct().withSnapshots(Path.of("/var/lib/zweiklick/snapshots"))));
    }

    @ParameterizedTest
    @CsvSource({"1 day, 1", "180 days, 180"})
    void remembering(String written, int days) {
        assertThat(Configuration.parse("{\"remember\": \"" + written + "\"}", NAME)
                        .presentation()
                        .remembering())
                .isEqualTo(Remembering.everywhere(new Term.Days(days)));
    }

    @Test
    void aServiceOfTheSitesOwnIsAFileBesideIt() throws IOException {
        // A bundled file stands for one of a site's own, under another name.
        String text = bundled("vimeo.json");

        Configuration configuration = Configuration.parse(
                "{\"services\": [\"dienste/film.json\"]}",
                NAME,
                path -> Optional.of(path).filter("dienste/film.json"::equals).map(found -> text));

        assertThat(configuration.services()).extracting(found -> found.id()).containsExactly("film");
    }

    @Test
    void pagesAreSharedWithServicesOfTheSitesOwn() throws IOException {
        String text = bundled("telegram.json");
        String json = "{\"services\": [\"bote.json\"], \"shares\": {\"services\": [\"bote\", \"x\", \"bote\"]}}";

        assertThat(Configuration.parse(json, NAME, path -> Optional.of(text))
                        .shares()
                        .services())
                .containsExactly("bote", "x");
    }

    @Test
    void aServiceFileWithAnErrorIsNamedItself() throws IOException {
        String wrong = bundled("vimeo.json").replaceFirst("\"embeds\"", "\"embets\"");

        assertThatThrownBy(
                        () -> Configuration.parse("{\"services\": [\"film.json\"]}", NAME, path -> Optional.of(wrong)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("film.json:")
                .hasMessageContaining("embeds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "bass": "/x"                             | "bass" | did you mean "base"
            "Origin": "https://a.example"            | "Origin" | did you mean "origin"
            "onFailure": "witheld"                   | "witheld" | did you mean "withhold"
            "base": "zweiklick"                      | "base" is "zweiklick" | "/zweiklick"
            "base": "/zweiklick/"                    | "base" is "/zweiklick/" | without a slash at the end
            "base": "/"                              | "base" is "/" | write a path
            "base": 7                                | "base" is 7 | a text in quotes
            "origin": "www.musterstadt.example"      | "origin" | scheme and host only
            "origin": "https://a.example/"           | "origin" is "https://a.example/" | scheme and host only
            "origin": "https://A.example"            | "origin" | scheme and host only
            "origin": "ftp://a.example"              | "origin" | scheme and host only
            "trustedProxies": ["proxy.example"]      | "proxy.example" | 10.0.0.0/8
            "trustedProxies": "10.0.0.1"             | "trustedProxies" is "10.0.0.1" | a list in square brackets
            "forwarded": "x-forwarded-for"           | "forwarded" is "x-forwarded-for" | did you mean "x-forwarded"
            "own": [{"host": "https://a.example"}]   | "own[0].host" is "https://a.example" | without scheme and port
            "own": [{"host": "a.example:8080"}]      | "a.example:8080" | without scheme and port
            "own": [{"host": "*"}]                   | "own[0].host" is "*" | write a host
            "own": [{"host": "example"}]             | "own[0].host" is "example" | top-level domain
            "own": [{"host": "a.*.example"}]         | "a.*.example" | write a host
            "own": [{"hosts": "a.example"}]          | "own[0].hosts" | did you mean "host"
            "own": [{"reason": "x"}]                 | "own[0].host" | missing
            "own": ["a.example"]                     | "own[0]" is "a.example" | an object in braces
            "exclude": ["intern"]                    | "intern" | write paths such as
            "exclude": ["/"]                         | "/" | write paths such as
            "exclude": ["/intern/*"]                 | "/intern/*" | write paths such as
            "exclude": ["cms.example:8080"]          | "cms.example:8080" | without scheme and port
            "exclude": ["cms.example/intern"]        | "cms.example/intern" | write paths such as
            "mode": "observ"                         | "mode" is "observ" | did you mean "observe"
            "rules": [{"paths": ["/a"]}]             | "rules[0].mode" | missing
            "rules": [{"mode": "observe"}]           | "rules[0].paths" | set "mode" outside of "rules"
            "rules": [{"path": ["/a"], "mode": "observe"}]   | "rules[0].path" | did you mean "paths"
            "rules": [{"paths": ["/a/"], "mode": "observe"}] | "/a/" | without a slash at the end
            "rules": [{"hosts": ["alt"], "mode": "observe"}] | "alt" | write hosts such as
            "admin": {}                              | "admin.role" | leave "admin" out
            "admin": {"roles": "x"}                  | "admin.roles" | did you mean "role"
            "admin": {"addresses": ["amt.example"]}  | "amt.example" | 10.0.0.0/8
            "admin": "chef"                          | "admin" is "chef" | an object in braces
            "keepPages": -1                          | "keepPages" is -1 | from 0
            "maxPage": 1000                          | "maxPage" is 1000 | from 65536
            "maxPage": "viel"                        | "maxPage" is "viel" | a whole number
            "maxPage": 100000.5                      | "maxPage" | a whole number
            "remember": "0 days"                     | "remember" is "0 days" | never
            "remember": "ein Jahr"                   | "remember" is "ein Jahr" | 180 days
            "remember": 180                          | "remember" is 180 | a text in quotes
            "remember": "181 days"                   | "remember" is "181 days" | at most 180
            "remember": {"facebok": "never"}         | "remember.facebok" | "facebok" is no service
            "remember": {"facebook": "1 year"}       | "remember.facebook" is "1 year" | "session"
            "languages": []                          | "languages" | at least one language
            "languages": ["de", "tlh"]               | "languages" | no texts in language "tlh"; there are ar, bg,
            "texts": {"de": {"onec": "Laden"}}       | "texts" | there is no text "onec"
            "texts": {"de": {"share": "Teilen"}}     | "texts" | must hold {service}
            "texts": {"fr": {}}                      | "texts" | the languages shown are de, en
            "embedded": ["youtub"]                   | "embedded" | "youtub" is no service
            "archive": "notices"                     | "archive" is "notices" | the absolute path of a directory
            "shares": {"services": ["x", "facebok"]} | "shares.services" | "facebok" is no service where pages can be shared; did you mean "facebook"
            "shares": {"services": ["youtube"]}      | "youtube" is no service | Known: bluesky, buffer
            "shares": {"services": "x"}              | "shares.services" is "x" | a list in square brackets
            "shares": {"service": ["x"]}             | "shares.service" | did you mean "services"
            "shares": {"shariff": "ja"}              | "shares.shariff" is "ja" | true or false
            "controller": null                       | "controller" | a text in quotes
            "services": ["film.json"]                | "services" | there is no file "film.json"
            "simulate": {"a.example": "nirgends"}    | "simulate.a.example" is "nirgends" | write an origin
            "simulate": []                           | "simulate" | an object in braces
            """)
    void whatIsWrongIsNamedWithLineValueAndRemedy(String member, String quoted, String remedy) {
        assertThatThrownBy(() -> Configuration.parse("{\n  // Stadt\n  " + member + "\n}", NAME))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("zweiklick.json:3: ")
                .hasMessageContaining(quoted)
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"base": "/a" "origin": 1}      | zweiklick.json:1: not valid JSON
            {"base": "/a", "base": "/b"}    | Duplicate
            ["base"]                        | one object in braces
            ``                              | one object in braces
            {} {}                           | text after the object
            """)
    void whatIsNoConfigurationSaysSo(String json, String message) {
        assertThatThrownBy(() -> Configuration.parse(json, NAME))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    private static String bundled(String file) throws IOException {
        try (InputStream in = Configuration.class.getResourceAsStream("catalogue/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
