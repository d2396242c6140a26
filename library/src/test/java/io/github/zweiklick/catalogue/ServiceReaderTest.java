package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.zweiklick.json.JsonFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a file is refused with its place and a remedy, and by the schema too where it can tell. */
class ServiceReaderTest {
    private static final String GOOD = """
            {
              // A comment.
              "name": "Stadtfernsehen",
              "hosts": ["video.musterstadt.tv"],
              "embeds": [
                {
                  "id": "video",
                  "content": "video",
                  "captures": {
                    "id": {"type": "token", "pattern": "[a-z0-9]{4,12}", "required": true},
                    "start": "seconds"
                  },
                  "addresses": [{"hosts": ["video.musterstadt.tv"], "paths": ["/e/{id}"], "query": {"t": "start"}}],
                  "forms": [{"element": "stadt-video", "captures": {"data-id": "id", "data-start": "start"}}],
                  "frame": {"base": "https://video.musterstadt.tv/e/{id}", "query": {"t": "{start}"}},
                  "original": "https://video.musterstadt.tv/v/{id}"
                }
              ],
              "loading": {
                "hosts": ["video.musterstadt.tv"],
                "sandbox": ["allow-scripts"],
                "referrer": "none"
              },
              "examples": [
                {"embed": "video", "address": "https://video.musterstadt.tv/e/abcd?t=1m", "frame": "https://video.musterstadt.tv/e/abcd?t=60", "original": "https://video.musterstadt.tv/v/abcd"}
              ],
              "facts": {
                "recipient": {"name": "Stadtfernsehen e. V.", "source": {"quality": "provider", "where": "imprint", "checked": "2026-11"}},
                "data": ["ip-address"],
                "purposes": ["delivery"],
                "transfer": {"bases": ["none-needed"], "source": {"quality": "provider", "where": "imprint", "checked": "2026-11"}},
                "cookies": [
                  {"name": "visit", "lifetime": "session", "source": {"quality": "provider", "where": "imprint", "checked": "2026-11"}},
                  {"name": "volume", "lifetime": "P1Y6M", "source": {"quality": "provider", "where": "imprint", "checked": "2026-11"}},
                  {"name": "odd", "lifetime": "unknown", "source": {"quality": "memory", "where": "seen once", "checked": "2026-11"}}
                ],
                "policy": "https://video.musterstadt.tv/privacy",
                "jointControl": "none-known"
              }
            }
            """;

    /**
     * @param from text of the good file
     * @param to what stands there instead
     * @param message parts of the message
     * @param inSchema whether the schema can tell as well
     */
    record Wrong(String from, String to, List<String> message, boolean inSchema) {}

    static List<Wrong> wrong() {
        return List.of(
                new Wrong(
                        "\"hosts\": [\"video.musterstadt.tv\"],\n  \"embeds\"",
                        "\"host\": [\"a.tv\"],\n  \"embeds\"",
                        List.of("stadt.json:4:", "unknown key \"host\" with value a list", "did you mean \"hosts\"?"),
                        true),
                new Wrong(
                        "\"lifetime\": \"session\", ",
                        "",
                        List.of("stadt.json:33:", "\"facts.cookies[0].lifetime\" is missing"),
                        true),
                new Wrong("\"purposes\": [\"delivery\"],", "", List.of("\"facts.purposes\" is missing"), true),
                new Wrong(
                        "\"required\": true",
                        "\"requird\": true",
                        List.of(
                                "stadt.json:10:",
                                "unknown key \"embeds[0].captures.id.requird\" with value true",
                                "did you mean \"required\"?"),
                        true),
                new Wrong(
                        "\"content\": \"video\"",
                        "\"content\": \"vidoe\"",
                        List.of("stadt.json:8:", "embeds[0].content", "\"vidoe\"", "did you mean \"video\"?"),
                        true),
                new Wrong("\"name\": \"Stadtfernsehen\",", "", List.of("stadt.json:1:", "\"name\" is missing"), true),
                new Wrong(
                        "\"required\": true",
                        "\"required\": \"yes\"",
                        List.of("stadt.json:10:", "\"yes\"", "true or false"),
                        true),
                new Wrong("[a-z0-9]{4,12}", "([a-z0-9]+)+", List.of("stadt.json:10:", "repeat no group"), false),
                new Wrong("[a-z0-9]{4,12}", "[a-z", List.of("stadt.json:10:", "no regular expression"), true),
                new Wrong(
                        "{\"t\": \"start\"}",
                        "{\"t\": \"strat\"}",
                        List.of("stadt.json:13:", "addresses[0].query.t", "did you mean \"start\"?"),
                        false),
                new Wrong("[\"/e/{id}\"]", "[\"/e/{di}\"]", List.of("stadt.json:13:", "did you mean \"id\"?"), false),
                new Wrong("[\"/e/{id}\"]", "[\"e/{id}\"]", List.of("does not begin with a slash"), true),
                new Wrong(
                        "\"stadt-video\"",
                        "\"div\"",
                        List.of("stadt.json:14:", "add \"class\" or \"attribute\""),
                        true),
                new Wrong(
                        "\"base\": \"https://video.musterstadt.tv",
                        "\"base\": \"https://evil.tv",
                        List.of("stadt.json:15:", "loading.hosts"),
                        false),
                new Wrong(
                        "\"base\": \"https://",
                        "\"base\": \"http://",
                        List.of("stadt.json:15:", "begin with https://"),
                        true),
                new Wrong("/v/{id}", "/v/{start}", List.of("stadt.json:16:", "\"required\": true"), false),
                new Wrong("/v/{id}", "/v/{id start}", List.of("stadt.json:16:", "for the value of a parameter"), false),
                new Wrong("{start}", "{id strat}", List.of("stadt.json:15:", "did you mean {start}?"), false),
                new Wrong("/v/{id}", "/v/{+id}", List.of("stadt.json:16:", "write {id}"), false),
                new Wrong(
                        "allow-scripts",
                        "allow-top-navigation",
                        List.of("stadt.json:21:", "not for a service to have"),
                        true),
                new Wrong(
                        "\"referrer\": \"none\"",
                        "\"referrer\": \"full\"",
                        List.of("stadt.json:22:", "Valid: none, origin"),
                        true),
                new Wrong(
                        "abcd?t=60",
                        "abcd?t=61",
                        List.of(
                                "stadt.json:25:",
                                "examples[0].frame",
                                "it comes out as \"https://video.musterstadt.tv/e/abcd?t=60\""),
                        false),
                new Wrong("/e/abcd?t=1m", "/e/a?t=1m", List.of("stadt.json:25:", "recognised as nothing"), false),
                new Wrong("\"name\":", "\"name\": \"a\", \"name\":", List.of("stadt.json:3:", "not valid JSON"), false),
                new Wrong("\"name\":", "\"name\"", List.of("stadt.json:3:", "not valid JSON"), false));
    }

    @Test
    void aLifetimeIsSessionDurationOrUnknown() {
        Facts facts = new ServiceReader().read(GOOD, "stadt.json").facts().orElseThrow();

        assertThat(facts.cookies())
                .extracting(Facts.Cookie::lifetime)
                .containsExactly(
                        new Facts.Lifetime.Session(),
                        new Facts.Lifetime.Lasting("P1Y6M"),
                        new Facts.Lifetime.Unknown());
        assertThatIllegalArgumentException().isThrownBy(() -> new Facts.Lifetime.Lasting("two years"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P", "PT", "P1YT", "P0D", "P-2Y", "PT1.5S", "2Y", "forever", "P1M2Y"})
    void whatIsNoLifetimeIsRefused(String lifetime) {
        String file = GOOD.replace("P1Y6M", lifetime);

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> new ServiceReader().read(file, "stadt.json"))
                .withMessageContaining(
                        "stadt.json:34: \"facts.cookies[1].lifetime\" is \"" + lifetime + "\"; write an ISO 8601")
                .withCauseInstanceOf(JsonFileException.class);
        assertThat(ServiceFilesTest.SCHEMA.validate(ServiceFilesTest.JSON.readTree(file)))
                .isNotEmpty();
    }

    @Test
    void theGoodFileIsGood() {
        assertThat(new ServiceReader().read(GOOD, "stadt.json").name()).isEqualTo("Stadtfernsehen");
        assertThat(ServiceFilesTest.SCHEMA.validate(ServiceFilesTest.JSON.readTree(GOOD)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithPlaceAndRemedy(Wrong wrong) {
        assertThat(GOOD).contains(wrong.from());
        String file = GOOD.replace(wrong.from(), wrong.to());

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> new ServiceReader().read(file, "stadt.json"))
                .satisfies(e -> assertThat(e.getMessage()).contains(wrong.message()));
        if (wrong.inSchema()) {
            assertThat(ServiceFilesTest.SCHEMA.validate(
                            ServiceFilesTest.JSON.readTree(file),
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as("the schema refuses what the reader refuses")
                    .isNotEmpty();
        }
    }

    @Test
    void theFileIsNamedAfterTheService() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> new ServiceReader().read(GOOD, "My Service.json"))
                .withMessageContaining("my-service.json");
    }
}
