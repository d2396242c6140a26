package io.github.zweiklick.audit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The extension as a site's own tests use it, on a server of the test's. */
@Tag("browser")
final class PageAuditTest {
    private static final Map<String, String> PAGES = Map.of(
            "/gut", "<link rel=icon href=data:,><p>Hier ist nichts.</p>",
            "/bild", "<link rel=icon href=data:,><img src=http://zaehler.test/x.gif alt=Zaehler>",
            "/spur", "<link rel=icon href=data:,><script>localStorage.besucher = '4711'</script>");

    @TempDir
    static Path reports;

    @RegisterExtension
    static final PageAudit AUDIT = PageAudit.create().skippingWithoutBrowser();

    private static HttpServer server;
    private static String site = "";

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        site = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/", exchange -> {
            String page = PAGES.get(exchange.getRequestURI().getPath());
            byte[] body = ("<!doctype html><html lang=de><title>Stadt</title>" + page).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void aPageThatContactsNobodyHoldsAllAssertions() {
        AUDIT.assertThatPage(site + "/gut")
                .contactsNobodyBeforeConsent()
                .storesNothingBeforeConsent()
                .contactsOnlyDeclaredHostsAfterConsent()
                .isCleanAfterWithdrawal();
    }

    @Test
    void aContactIsToldWithWhatCausedIt() {
        PageAssert page = AUDIT.assertThatPage(site + "/bild");
        assertThatThrownBy(page::contactsNobodyBeforeConsent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(
                        site + "/bild",
                        "to contact nobody before consent",
                        "contact: zaehler.test in load",
                        "<img src");
        page.storesNothingBeforeConsent();
    }

    @Test
    void storageIsToldWithoutItsValue() {
        assertThatThrownBy(AUDIT.assertThatPage(site + "/spur")::storesNothingBeforeConsent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("besucher")
                .hasMessageNotContaining("4711");
    }

    @Test
    void whatCannotBeTestedHoldsNothing() {
        assertThatThrownBy(AUDIT.assertThatPage(site + "/fehlt")::contactsNobodyBeforeConsent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("could not be tested: the site answered with status 404");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AUDIT.assertThatPage("/gut"))
                .withMessage("/gut: write an address such as http://localhost:8080/");
        assertThatThrownBy(() -> PageAudit.create().assertThatPage(site + "/gut"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }

    @Test
    void reportsAreKept() throws IOException {
        AUDIT.reports(reports).assertThatPage(site + "/gut?a=1").contactsNobodyBeforeConsent();
        try (var folders = Files.list(reports)) {
            Path folder = folders.findFirst().orElseThrow();
            assertThat(folder.getFileName().toString()).startsWith("127.0.0.1-").contains("-gut-a-1-");
            assertThat(folder).isDirectoryContaining("glob:**report.html").isDirectoryContaining("glob:**audit.json");
        }
    }
}
