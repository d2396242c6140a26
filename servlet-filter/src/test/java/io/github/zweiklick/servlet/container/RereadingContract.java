package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration changes under a running application. */
interface RereadingContract {
    String ADMIN = "\"admin\": {\"role\": \"chef\"}";

    /** The application whose configuration changes, with this one written into it. */
    DeployedSite changing(String configuration) throws IOException;

    /** Its directory. */
    Path changing();

    @Test
    default void modeAndExcludeSwitchWithoutDeployingAnew() throws Exception {
        assertThat(text(changing("{\"mode\": \"observe\"}").get("/static.html")))
                .isEqualTo(War.STATIC_PAGE);
        assertProtected(changing("{}").get("/static.html"));

        DeployedSite site = changing("{\"exclude\": [\"/static.html\"]}");
        HttpResponse<byte[]> excluded = site.get("/static.html");
        assertThat(text(excluded)).isEqualTo(War.STATIC_PAGE);
        assertThat(excluded.headers().map()).doesNotContainKeys("content-security-policy", "x-dns-prefetch-control");
        assertProtected(site.get("/scene/writer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\": \"observ\"}",
                "{",
                "",
                "{\"base\": \"/anders\"}",
                "{\"services\": [\"none.json\"]}",
                "{\"admin\": {\"addresses\": [\"10.0.0.0/99\"]}}"
            })
    default void aWrongOneIsRefusedAndTheOldStays(String wrong) throws Exception {
        assertProtected(changing("{" + ADMIN + "}").get("/static.html"));

        DeployedSite site = changing(wrong);
        assertProtected(site.get("/static.html"));
        assertProtected(site.get("/static.html"));
        assertThat(findings(site)).contains("CONFIGURATION", "stays in force");

        changing("{\"mode\": \"observe\", " + ADMIN + "}");
        assertThat(text(site.get("/static.html"))).contains(FRAME);
        assertThat(findings(site)).doesNotContain("CONFIGURATION");
    }

    @Test
    default void oneThatIsGoneStaysInForce() throws Exception {
        DeployedSite site = changing("{\"mode\": \"observe\", " + ADMIN + "}");
        assertThat(text(site.get("/static.html"))).contains(FRAME);

        Files.delete(changing().resolve("WEB-INF/zweiklick.json"));

        assertThat(text(site.get("/static.html"))).contains(FRAME);
        assertThat(text(site.get("/static.html"))).contains(FRAME);
        assertThat(findings(site)).contains("the file is gone");
    }

    @Test
    default void theServiceFilesItNamesCountToo() throws Exception {
        Path catalogue = Path.of("../library/src/main/resources/io/github/zweiklick/catalogue");
        String service = Files.readString(catalogue.resolve("vimeo.json"));
        Path file = Files.writeString(changing().resolve("WEB-INF/film.json"), service);
        DeployedSite site = changing("{\"services\": [\"film.json\"]}");
        assertThat(text(site.get("/zweiklick/notice?service=film"))).contains("<h2>Vimeo</h2>");

        Files.writeString(file, service.replace("\"name\": \"Vimeo\"", "\"name\": \"Stadtfilm\""));

        assertThat(text(site.get("/zweiklick/notice?service=film"))).contains("<h2>Stadtfilm</h2>");
    }

    private static String findings(DeployedSite site) throws Exception {
        return text(site.get("/zweiklick/admin/findings.json", "X-Test-Role", "chef"));
    }
}
