package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zweiklick.share.CountSettings;
import io.github.zweiklick.upstream.OutboundSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The members {@code shares} and {@code outbound}. */
final class SharesConfigurationTest {
    private static final String ORIGIN = "\"origin\": \"https://www.musterstadt.example\", ";

    @TempDir
    private Path directory;

    private static Configuration parse(String members) {
        return Configuration.parse("{" + members + "}", "zweiklick.json");
    }

    private String secret() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), " geheim\n");
        return "{\"file\": \"" + file.toString().replace("\\", "\\\\") + "\"}";
    }

    private static String revealed(CountSettings.Source source) {
        return Objects.requireNonNull(source.secrets().get("secret")).reveal();
    }

    @Test
    void networksHaveTheirInterfaceLimitsAndCredentials() throws IOException {
        CountSettings counts = parse(ORIGIN + """
                        "shares": {"compat": "shariff-php", "parameters": ["id"], "trailingSlash": "remove", "counts": {
                          "facebook": {"app": "123", "secret": %s, "refresh": "10 minutes", "keep": "2 hours",
                            "timeout": "2 seconds", "maxAnswer": 2048, "concurrency": 3, "perMinute": 7},
                          "pinterest": {}}}""".formatted(secret())).shares().counts();

        assertThat(counts.answers()).isEqualTo(CountSettings.Answers.SHARIFF_PHP);
        assertThat(counts.parameters()).containsExactly("id");
        assertThat(counts.trailingSlash()).isEqualTo(CountSettings.TrailingSlash.REMOVE);
        CountSettings.Source facebook = counts.sources().get(0);
        assertThat(facebook.addresses()).containsEntry("base", "https://graph.facebook.com/v26.0");
        assertThat(facebook.texts()).containsEntry("app", "123");
        assertThat(revealed(facebook)).isEqualTo("geheim");
        assertThat(facebook.upstream().reach().configured()).isEmpty();
        assertThat(facebook.upstream().keeping().refresh()).isEqualTo(Duration.ofMinutes(10));
        assertThat(facebook.upstream().keeping().least()).isEqualTo(Duration.ofMinutes(6));
        assertThat(facebook.upstream().limits().connect()).isEqualTo(Duration.ofSeconds(2));
        assertThat(facebook.upstream().limits().perMinute()).isEqualTo(7);
        assertThat(counts.sources().get(1).source().id()).isEqualTo("pinterest");
    }

    @Test
    void aNetworkOfTheSitesOwnIsDescribed() {
        CountSettings.Source source =
                parse(ORIGIN + """
                        "shares": {"counts": {"stadtnetz": {
                          "base": "http://stadtnetz.intern:8080/v1/", "path": "/shares?url={url}", "count": "/data/n"}}}""").shares().counts().sources().get(0);

        assertThat(source.source().id()).isEqualTo("stadtnetz");
        assertThat(source.addresses()).containsEntry("base", "http://stadtnetz.intern:8080/v1");
        assertThat(source.upstream().reach().configured()).containsExactly("http://stadtnetz.intern:8080");
    }

    @Test
    void aSecretMayStandInTheEnvironment() {
        CountSettings.Source source = parse(
                        ORIGIN + "\"shares\": {\"counts\": {\"facebook\": {\"app\": \"1\", \"secret\": \"${PATH}\"}}}")
                .shares()
                .counts()
                .sources()
                .get(0);

        assertThat(revealed(source)).isEqualTo(System.getenv("PATH"));
        assertThat(source.toString()).contains("${PATH}").doesNotContain(System.getenv("PATH"));
    }

    @Test
    void aSecretInAFileIsReadAnew() throws IOException {
        CountSettings.Source source = parse(ORIGIN
                        + "\"shares\": {\"counts\": {\"facebook\": {\"app\": \"1\", \"secret\": " + secret() + "}}}")
                .shares()
                .counts()
                .sources()
                .get(0);
        Files.writeString(directory.resolve("secret"), "neu");

        assertThat(revealed(source)).isEqualTo("neu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "facebok": {}                                           | "shares.counts.facebok" | did you mean "facebook"?
            "xing": {}                                              | "shares.counts.xing" | XING tells no counts
            "facebook": {"secret": "${PATH}"}                       | "shares.counts.facebook.app" | is missing here
            "facebook": {"app": "1"}                                | "shares.counts.facebook.secret" | is missing here
            "facebook": {"app": "1", "secret": "geheim"}            | "shares.counts.facebook.secret" | secrets do not stand in the file
            "facebook": {"app": "1", "secret": "${ZK_NONE}"}        | "shares.counts.facebook.secret" | no variable ZK_NONE
            "facebook": {"app": "1", "secret": {"file": "/none"}}   | "shares.counts.facebook.secret.file" | no such file
            "facebook": {"app": "1", "secret": {"file": "geheim"}}  | "shares.counts.facebook.secret.file" | no such file
            "facebook": {"app": "1", "secret": {"file": "/"}}       | "shares.counts.facebook.secret.file" | this is a directory
            "facebook": {"app": "1", "secret": {"file": "geheim\\u0000"}} | "shares.counts.facebook.secret.file" | write the path of a file
            "facebook": {"app": "1", "secret": {"value": "geheim"}} | unknown key "shares.counts.facebook.secret.value" | Known keys: file
            "facebook": {"app": "1", "secret": ["geheim"]}          | "shares.counts.facebook.secret" | write a text in quotes
            "facebook": {"app": {"secret": "geheim"}, "secret": "${PATH}"} | "shares.counts.facebook.app" is an object | write a text in quotes
            "facebook": {"app": "1", "secret": geheim}              | not valid JSON | word without quotes
            "facebook": "geheim"                                    | "shares.counts.facebook" is a value not shown here | an object in braces
            "facebok": "geheim"                                     | "shares.counts.facebok" is a value not shown here | an object in braces
            "facebook": {"app": "1", "secrt": "geheim"}             | unknown key "shares.counts.facebook.secrt" | did you mean "secret"?
            "facebook": {"app": "1", "secret": "${PATH}", "refresh": "1 minute"} | "shares.counts.facebook.refresh" is "1 minute" | "6 minutes"
            "facebook": {"app": "1", "secret": "${PATH}", "keep": "30 minutes"} | "shares.counts.facebook.keep" is "30 minutes" | "1 hour"
            "pinterest": {"base": "ftp://pinterest.example"}        | "shares.counts.pinterest.base" is "ftp://pinterest.example" | write an address such as
            "pinterest": {"base": "https://p.example/?a=b"}         | "shares.counts.pinterest.base" | write an address such as
            "pinterest": {"base": "ftp://u:geheim@pinterest.example"} | "shares.counts.pinterest.base" is a value not shown here | write an address such as
            "pinterest": {"base": "https://u:geheim@pinterest.example"} | "shares.counts.pinterest.base" is a value not shown here | without a user name
            "pinterest": {"perMinute": 0}                           | "shares.counts.pinterest.perMinute" is 0; | a whole number from 1
            "pinterest": {"timeout": "soon"}                        | "shares.counts.pinterest.timeout" is "soon" | write a time such as
            "netz": {"base": "https://n.example", "path": "/c", "count": "/n"}       | "shares.counts.netz.path" is "/c" | {url}
            "netz": {"base": "https://n.example", "path": "/c?{url}", "count": "n"}  | "shares.counts.netz.count" is "n" | RFC 6901
            "netz": {"path": "/c?{url}", "count": "/n"}             | "shares.counts.netz.base" | is missing here
            "Netz": {"base": "https://n.example", "path": "/c?{url}", "count": "/n"} | "shares.counts.Netz | lower-case letters
            """)
    void whatIsWrongIsSaidWithoutSecrets(String counts, String place, String remedy) {
        assertThatThrownBy(() -> parse(ORIGIN + "\"shares\": {\"counts\": {" + counts + "}}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("zweiklick.json:1: ")
                .hasMessageContaining(place)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void aSecretsFileIsNotEmpty(String nothing) throws IOException {
        String secret = secret();
        Files.writeString(directory.resolve("secret"), nothing);

        assertThatThrownBy(() -> parse(ORIGIN + "\"shares\": {\"counts\": {\"facebook\": {\"app\": \"1\", \"secret\": "
                        + secret + "}}}"))
                .hasMessageStartingWith("zweiklick.json:1: \"shares.counts.facebook.secret.file\"")
                .hasMessageContaining("the file is empty: write the secret into it");
    }

    @Test
    void aSecretsFileIsText() throws IOException {
        String secret = secret();
        Files.write(directory.resolve("secret"), new byte[] {'g', 'e', 'h', 'e', 'i', 'm', (byte) 0xFF});

        assertThatThrownBy(() -> parse(ORIGIN + "\"shares\": {\"counts\": {\"facebook\": {\"app\": \"1\", \"secret\": "
                        + secret + "}}}"))
                .hasMessageStartingWith("zweiklick.json:1: \"shares.counts.facebook.secret.file\"")
                .hasMessageContaining("cannot be read as text in UTF-8")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"shares\": {\"counts\": \"geheim\"}",
                "\"shares\": {\"counts\": [\"geheim\"]}",
                "\"outbound\": \"http://u:geheim@proxy.example:3128\"",
            })
    void aTextWhereAnObjectIsWantedMayBeASecret(String member) {
        assertThatThrownBy(() -> parse(ORIGIN + member))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a value not shown here; write an object in braces")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void networksAreAskedForTheSitesOwnAddressesOnly() {
        assertThatThrownBy(() -> parse("\"shares\": {\"counts\": {\"pinterest\": {}}}"))
                .hasMessageContaining("\"shares.counts\"")
                .hasMessageContaining("write \"origin\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "proxy": {"address": "https://proxy.example:3128"}      | "outbound.proxy.address" | http://proxy
            "proxy": {"address": "proxy.example:3128"}              | "outbound.proxy.address" | http://proxy
            "proxy": {"address": "http://proxy.example", "user": "u"} | "outbound.proxy.user" | both "user" and "password"
            "proxy": {"address": "http://proxy.example", "user": "u", "password": "geheim"} | "outbound.proxy.password" | secrets do not stand in the file
            "proxy": "http://u:geheim@proxy.example:3128"           | "outbound.proxy" is a value not shown here | an object in braces
            "proxy": {"address": "http://u:geheim@proxy.example:3128"} | "outbound.proxy.address" is a value not shown here | "user" and "password"
            "proxy": {"adress": "http://u:geheim@proxy.example:3128"} | unknown key "outbound.proxy.adress" | did you mean "address"?
            "proxy": {"address": "http://proxy.example", "user": "u", "password": {"value": "geheim"}} | unknown key "outbound.proxy.password.value" | Known keys: file
            "proxi": "http://u:geheim@proxy.example:3128"           | unknown key "outbound.proxi" | did you mean "proxy"?
            "snapshots": "zweiklick"                                | "outbound.snapshots" is "zweiklick" | the absolute path of a directory
            "snapshots": "/zweiklick\\u0000"                        | "outbound.snapshots" | the absolute path of a directory:
            "trust": "/none\\u0000.pem"                             | "outbound.trust" | the path of a file:
            "trust": "/none.pem"                                    | "outbound.trust" is "/none.pem" | no file of certificates
            "snapshot": "/var/lib/zweiklick"                        | unknown key "outbound.snapshot" | did you mean "snapshots"?
            """)
    void theWayOutIsChecked(String outbound, String place, String remedy) {
        assertThatThrownBy(() -> parse("\"outbound\": {" + outbound + "}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("zweiklick.json:1: ")
                .hasMessageContaining(place)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("geheim");
    }

    @Test
    void theWayOutMayLeadThroughAProxy() {
        OutboundSettings outbound = parse(
                        "\"outbound\": {\"proxy\": {\"address\": \"http://proxy.example:3128\", \"user\": \"u\", \"password\": \"${PATH}\"},"
                                + " \"snapshots\": \"/var/lib/zweiklick/snapshots\"}")
                .outbound();

        assertThat(outbound.proxy().orElseThrow().port()).isEqualTo(3128);
        assertThat(outbound.snapshots()).hasValue(Path.of("/var/lib/zweiklick/snapshots"));
        assertThat(outbound.toString()).doesNotContain(System.getenv("PATH"));
    }
}
