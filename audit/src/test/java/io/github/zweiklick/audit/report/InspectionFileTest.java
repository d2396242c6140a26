package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The regulator's tools find what they look for, and nothing that was seen after a consent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InspectionFileTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Members that version 2.1.1 writes (a sample stands in its repository, {@code tests/test_output/inspection.json}), and
     * which its templates read without asking whether they are there.
     */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "",
            List.of(
                    "title",
                    "task_description",
                    "uri_ins",
                    "uri_refs",
                    "uri_dest",
                    "uri_redirects",
                    "secure_connection",
                    "testSSLError",
                    "testSSLErrorOutput",
                    "testSSLErrorCode",
                    "testSSL",
                    "host",
                    "script",
                    "localStorage",
                    "cookies",
                    "beacons",
                    "links",
                    "unsafeForms",
                    "hosts",
                    "websocketLog",
                    "browser",
                    "browsing_history",
                    "start_time",
                    "end_time"),
            "/secure_connection",
            List.of("https_redirect", "redirects", "https_support", "https_error", "http_error"),
            "/script",
            List.of("host", "version", "config", "cmd_args", "environment", "node_version"),
            "/script/version",
            List.of("npm", "commit"),
            "/links",
            List.of("firstParty", "thirdParty", "social", "keywords"),
            "/hosts",
            List.of("requests", "beacons", "cookies", "localStorage", "links", "contactedWithoutRequest"),
            "/hosts/requests",
            List.of("firstParty", "thirdParty"),
            "/browser",
            List.of("name", "version", "user_agent", "platform", "extra_headers", "preset_cookies"));

    private Catalogue catalogue = Catalogue.of(List.of());

    @BeforeAll
    void read() {
        catalogue = Catalogue.bundled();
    }

    @Test
    void allMembersAreThere() throws IOException {
        for (AuditResult audit : List.of(Audits.empty(), Audits.some(), ExtremeAudits.hostile())) {
            JsonNode file = inspection(audit);
            MEMBERS.forEach((path, names) ->
                    assertThat(file.at(path).propertyNames()).as(path).containsExactlyElementsOf(names));
        }
    }

    @Test
    void whatWasSeenBeforeConsentIsTold() throws IOException {
        JsonNode file = inspection(Audits.some());
        assertThat(file.at("/uri_ins").asString()).isEqualTo(Audits.PAGE);
        assertThat(file.at("/uri_refs").toString())
                .isEqualTo("[\"" + Audits.PAGE + "\",\"https://*.musterstadt.example/\"]");
        assertThat(file.at("/uri_redirects").toString()).isEqualTo("[\"http://www.musterstadt.example/\"]");
        assertThat(file.at("/host").asString()).isEqualTo("www.musterstadt.example");
        assertThat(file.at("/start_time").asString()).isEqualTo("2026-11-29T10:00:00Z");
        assertThat(file.at("/script/version/npm").asString()).isEqualTo("zweiklick-audit 0.1.0");
        assertThat(file.at("/browser/version").asString()).isEqualTo("156.0.8078.108");
        assertThat(file.at("/browser/platform/version").asString()).isEqualTo("6.12.57");
        assertThat(file.at("/secure_connection/https_support").asBoolean()).isTrue();
        assertThat(file.at("/secure_connection/https_redirect").isNull()).isTrue();

        assertThat(file.at("/hosts/requests").toString())
                .isEqualTo("{\"firstParty\":[\"www.musterstadt.example\"],"
                        + "\"thirdParty\":[\"karten.example\",\"www.google-analytics.com\"]}");
        assertThat(file.at("/hosts/contactedWithoutRequest/thirdParty").toString())
                .isEqualTo("[\"d2a8f3k9x1b7.cdn.example\"]");
        assertThat(file.toString()).doesNotContain("www.youtube-nocookie.com", "YSC", "later");
    }

    @Test
    void cookiesHaveNamesAndEnds() throws IOException {
        JsonNode cookies = inspection(Audits.some()).at("/cookies");
        assertThat(cookies).hasSize(3);
        assertThat(cookies.at("/0").toString())
                .isEqualTo("{\"name\":\"PHPSESSID\",\"domain\":\"musterstadt.example\",\"path\":\"\",\"expires\":-1,"
                        + "\"session\":true,\"log\":{\"stack\":[],\"timestamp\":\"2026-11-29T10:00:00Z\",\"location\":\""
                        + Audits.PAGE + "\"},\"firstPartyStorage\":true}");
        assertThat(cookies.at("/1").toString())
                .isEqualTo("{\"name\":\"_ga\",\"domain\":\"www.google-analytics.com\",\"path\":\"\","
                        + "\"expires\":1796810400,\"session\":false,\"expiresUTC\":\"2026-12-09T10:00:00Z\","
                        + "\"expiresDays\":10.0,\"firstPartyStorage\":false}");
        assertThat(cookies.at("/2/name").asString()).isEqualTo("gone");
        assertThat(cookies.at("/2").has("session")).isFalse();
    }

    @Test
    void storageBeaconsLinksAndSocketsAreTold() throws IOException {
        JsonNode file = inspection(Audits.some());
        assertThat(file.at("/localStorage").toString())
                .isEqualTo("{\"https://www.musterstadt.example\":{\"theme\":{\"firstPartyStorage\":true}}}");
        assertThat(file.at("/beacons")).hasSize(1);
        assertThat(file.at("/beacons/0/occurrances").asInt()).isEqualTo(2);
        assertThat(file.at("/beacons/0/url").asString()).startsWith("https://www.google-analytics.com/collect?cid=");
        assertThat(file.at("/hosts/beacons/thirdParty").toString()).isEqualTo("[\"www.google-analytics.com\"]");
        assertThat(file.at("/links/thirdParty").toString())
                .isEqualTo("[{\"href\":\"https://www.facebook.com/StadtMusterstadt\",\"inner_text\":\"Facebook\","
                        + "\"inner_html\":\"\"}]");
        assertThat(file.at("/links/social")).isEqualTo(file.at("/links/thirdParty"));
        assertThat(file.at("/hosts/links/thirdParty").toString()).isEqualTo("[\"kreis.example\",\"www.facebook.com\"]");
        assertThat(file.at("/websocketLog/1/url").asString()).isEqualTo("wss://chat.musterstadt.example/ws");
    }

    @Test
    void nothingPersonalIsTold() throws IOException {
        for (AuditResult audit : List.of(Audits.some(), ExtremeAudits.hostile())) {
            assertThat(inspection(audit).toString()).doesNotContain(ExtremeAudits.SECRETS);
        }
    }

    /** Which members are filled is told to whoever reads such a file. */
    @Test
    void theGuideTellsOfEachMember() throws IOException {
        String guide = Files.readString(Path.of("../docs/audit-files.md"));
        MEMBERS.getOrDefault("", List.of()).forEach(member -> assertThat(guide).contains("`" + member + "`"));
    }

    private JsonNode inspection(AuditResult audit) throws IOException {
        StringWriter text = new StringWriter();
        InspectionFile.write(audit, catalogue, text);
        return JSON.readTree(text.toString());
    }
}
