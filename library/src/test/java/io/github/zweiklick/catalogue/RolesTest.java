package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.catalogue.Service.Role;
import io.github.zweiklick.url.WebUrl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are no networks, and captures that mean the page. */
class RolesTest {
    private static final String BUTTON = """
            {
              "name": "Netz",
              "embeds": [
                {
                  "id": "share",
                  "content": "share",
                  "treatment": "link",
                  "captures": {"url": {"type": "address", "hosts": ["*"], "default": "page"}},
                  "forms": [{"element": "a", "class": "netz"}],
                  "original": {"base": "mailto:", "query": {"body": "{url}"}}
                }
              ]
            }
            """;

    private static Service read(String text) {
        return new ServiceReader().read(text, "netz.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://stadt.example/fest#oben|https://stadt.example/fest",
                "https://stadt.example/fest?id=7&utm_source=brief&fbclid=1|https://stadt.example/fest?id=7",
                "https://stadt.example/fest;jsessionid=0A1B.node1?id=7|https://stadt.example/fest?id=7",
                "https://stadt.example/a;JSESSIONID=1/b;v=2|https://stadt.example/a/b;v=2",
                "http://localhost:8080/fest|http://localhost:8080/fest"
            })
    void anAbsentAddressIsThePage(String page, String address) {
        Service service = read(BUTTON);
        Embed embed = new Embed(service, service.embed("share").orElseThrow(), Map.of());

        assertThat(embed.on(WebUrl.parse(page).orElseThrow()).captures()).containsExactly(Map.entry("url", address));
    }

    @Test
    void anAddressThatIsThereStays() {
        Service service = read(BUTTON);
        Embed embed =
                new Embed(service, service.embed("share").orElseThrow(), Map.of("url", "https://stadt.example/rat"));

        assertThat(embed.on(WebUrl.parse("https://stadt.example/fest").orElseThrow()))
                .isEqualTo(embed);
        assertThat(embed.original()).isEqualTo("mailto:?body=https%3A%2F%2Fstadt.example%2Frat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tel:",
                "javascript:",
                "intent:",
                "mailto:rat@stadt.example",
                "mailto:{url}",
                "sms:",
                "sms:115",
                "SMS:?",
                "threema://add",
                "threema://compose?id=ABCD1234",
                "http://stadt.example/"
            })
    void otherSchemesLeadNowhere(String base) {
        assertThatThrownBy(() -> read(BUTTON.replace("mailto:", base)))
                .hasMessageContaining("begin with https://, or write one of mailto: sms:? threema://compose");
    }

    /** A frame or a script is loaded, and an app is not to be started by that. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"frame\": \"mailto:\"", "\"script\": {\"source\": \"threema://compose\", \"element\": \"p\"}"})
    void onlyALinkLeadsToAnApp(String loaded) {
        assertThatThrownBy(() -> read(BUTTON.replace("\"original\"", loaded + ", \"original\"")))
                .hasMessageEndingWith("begin with https://");
    }

    @Test
    void onlyAShareLinkMayBeKnownByNothing() {
        String bare = BUTTON.replaceFirst("\"forms\".*\n", "");

        assertThat(read(bare).embed("share")).isPresent();
        assertThatThrownBy(() -> read(bare.replace("\"treatment\": \"link\"", "\"treatment\": \"dead\"")))
                .hasMessageContaining("at least one address or form");
        assertThatThrownBy(() -> read(bare.replace("\"content\": \"share\"", "\"content\": \"post\"")))
                .hasMessageContaining("at least one address or form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"default\": \"home\"", "\"default\": \"page\", \"required\": true"})
    void onlyAnOptionalAddressMeansThePage(String wrong) {
        assertThatThrownBy(() -> read(BUTTON.replace("\"default\": \"page\"", wrong)))
                .hasMessageContaining("only \"page\" is known");
    }

    @Test
    void aTrackerNeedsNoEmbeds() {
        Service service = read("""
                {"name": "Z", "role": "tracker", "companions": {"inline": ["zaehlerStart("]}}
                """);

        assertThat(service.role()).isEqualTo(Role.TRACKER);
        assertThat(service.embeds()).isEmpty();
        assertThatThrownBy(() -> read("{\"name\": \"Z\"}")).hasMessageContaining("at least one kind of embed");
    }

    @Test
    void aLiteralThatOtherScriptsSayIsRefused() {
        assertThatThrownBy(() -> read("""
                        {"name": "Z", "role": "tracker", "companions": {"inline": ["ga('a',"]}}
                        """)).hasMessageContaining("too short to tell a loader from other scripts");
    }

    /** Every literal is searched in every inline script of every page. */
    @Test
    void literalsAreLongEnoughAndSaidOnce() {
        List<String> literals = Catalogue.bundled().services().stream()
                .flatMap(service -> service.companions().inline().stream())
                .toList();

        assertThat(literals).allMatch(literal -> literal.length() >= 8).doesNotHaveDuplicates();
    }

    @Test
    void onlyConsentToolsPark() {
        assertThat(Catalogue.bundled().services())
                .filteredOn(service -> !service.companions().parked().isEmpty())
                .allMatch(service -> service.role() == Role.CONSENT_TOOL);
    }
}
