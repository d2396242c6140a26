package io.github.zweiklick.audit.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names lead to what lies in the folder, and nowhere else. */
final class ShelfTest {
    private static final Instant NOW = Instant.parse("2026-11-29T14:03:07Z");
    private static final Fields ASKED = new Fields(Map.of("addresses", List.of("https://a.example/?mail=x@y.example")));

    @TempDir
    Path folder;

    @Test
    void whatWasAskedForIsKeptPrivately() throws IOException {
        Path kept = folder.resolve("neu").resolve("audits");
        Shelf shelf = Shelf.in(kept, ZoneOffset.UTC);
        String id = shelf.add(ASKED, "www.A.example", NOW);
        assertThat(id).isEqualTo("2026-11-29-140307-www.a.example");
        assertThat(shelf.add(ASKED, "www.a.example", NOW)).isEqualTo(id + "-2");
        assertThat(shelf.asked(id)).contains(ASKED);
        assertThat(shelf.ids()).containsExactly(id + "-2", id);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.resolve(id + ".order"))))
                .isEqualTo("rw-------");
    }

    @Test
    void hostsCannotLeadOut() throws IOException {
        Shelf shelf = Shelf.in(folder, ZoneOffset.UTC);
        assertThat(shelf.add(ASKED, "../../x/[::1]", NOW)).isEqualTo("2026-11-29-140307-..-..-x----1-");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void namesThatAreNoneAreNotThere() throws IOException {
        Path one = Files.createDirectories(folder.resolve("audits").resolve("eins"));
        Files.writeString(one.resolve("audit.json"), "{}");
        Path pictures = Files.createDirectories(folder.resolve("audits").resolve("fotos"));
        Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(folder.resolve("audits").resolve("link"), folder.resolve("outside"));
        Shelf shelf = Shelf.in(folder.resolve("audits"), ZoneOffset.UTC);
        assertThat(shelf.ids()).containsExactly("eins");
        assertThat(shelf.has("eins")).isTrue();
        for (String id : List.of("..", ".", "", "../outside", "eins/..", "link", "zwei", "eins\0", "fotos")) {
            assertThat(shelf.has(id)).as(id).isFalse();
        }
        shelf.delete("fotos");
        assertThat(pictures).as("nobody's audit").isDirectory();
        assertThatThrownBy(() -> shelf.report("../outside")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filesOfAReportAreFilesInItsFolder() throws IOException {
        Path report = Files.createDirectories(folder.resolve("audits").resolve("eins"));
        Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
        Files.writeString(report.resolve("report.html"), "<p>");
        Files.createDirectories(report.resolve("raw"));
        Files.createSymbolicLink(report.resolve("link.txt"), secret);
        Shelf shelf = Shelf.in(folder.resolve("audits"), ZoneOffset.UTC);
        assertThat(shelf.files("eins")).containsExactly("report.html");
        assertThat(shelf.file("eins", "report.html")).isPresent();
        for (String name : List.of("../secret.txt", "..", "raw", "link.txt", "none.txt", "", "raw/x")) {
            assertThat(shelf.file("eins", name)).as(name).isEmpty();
        }
    }

    @Test
    void deletingFollowsNoLinks() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("stays.txt"), "");
        Shelf shelf = Shelf.in(folder.resolve("audits"), ZoneOffset.UTC);
        String id = shelf.add(ASKED, "a.example", NOW);
        Path report = Files.createDirectories(shelf.report(id).resolve("raw"));
        Files.writeString(report.resolve("log.json"), "");
        Files.createSymbolicLink(report.resolve("link"), outside);
        shelf.delete(id);
        assertThat(folder.resolve("audits")).isEmptyDirectory();
        assertThat(outside.resolve("stays.txt")).exists();
    }

    @Test
    void theStandardFolderIsThatOfTheDesktop() {
        assertThat(Shelf.standardFolder(Map.of("XDG_DATA_HOME", "/daten")))
                .isEqualTo(Path.of("/daten/zweiklick-audit"));
        for (Map<String, String> none : List.of(Map.<String, String>of(), Map.of("XDG_DATA_HOME", "daten"))) {
            assertThat(Shelf.standardFolder(none))
                    .isEqualTo(Path.of(System.getProperty("user.home"), ".local", "share", "zweiklick-audit"));
        }
    }
}
