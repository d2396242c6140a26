package io.github.zweiklick.audit.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.format.EditorLines;
import io.github.zweiklick.catalogue.Catalogue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files and folders: which are read, as what, and what is told of those that cannot be. */
final class SiteScanTest {
    private static final Globs NONE = new Globs(List.of());
    private static final String FOREIGN = "<img src=//x.example/>";

    private final SiteScan scan = new SiteScan(Catalogue.bundled(), List.of("*.stadt.example"));

    @TempDir
    Path folder;

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<String> found(Globs include, Globs exclude) {
        return scan.path(folder, include, exclude).stream()
                .filter(one -> !one.found().isEmpty())
                .map(one -> folder.relativize(Path.of(one.name())).toString())
                .toList();
    }

    private static Globs globs(String... patterns) {
        return new Globs(List.of(patterns));
    }

    private List<String> lines(Scanned one) {
        return one.found().stream()
                .map(found -> EditorLines.line(one.checked(), found.problem())
                        .replace(folder.toString().replace('\\', '/') + "/", ""))
                .toList();
    }

    private Scanned only(Path path) {
        List<Scanned> scanned = scan.path(path, NONE, NONE);
        assertThat(scanned).hasSize(1);
        return scanned.get(0);
    }

    @Test
    void aLineIsAsEditorsReadIt() throws IOException {
        write("seite.html", """
                <h1>Straße</h1>
                ä<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>
                <a href="https://x.example/"><img src="https://bilder.stadt.example/a.png"></a> <img alt='ß' src=https://x.example/>
                """);
        assertThat(lines(only(folder.resolve("seite.html"))))
                .containsExactly(
                        "seite.html:2:2: <iframe src> contacts www.youtube.com: an embed of YouTube (video). Zweiklick puts a"
                                + " placeholder in its place, with two buttons. [embed]",
                        "seite.html:3:81: <img src> contacts x.example. Put the file on the site itself, or name the host with"
                                + " --first-party if it is the site's own. [resource]");
    }

    @Test
    void foldersAreReadWithAllBelow() throws IOException {
        for (String name : List.of(
                "a.html",
                "B.HTM",
                "tief/drin/c.php",
                "vorlagen/d.html.twig",
                "e.jsp",
                "x.txt",
                "y.js",
                "bild.png",
                ".git/f.html",
                "node_modules/paket/g.html")) {
            write(name, FOREIGN);
        }
        write("h.svg", "<svg xmlns='http://www.w3.org/2000/svg'><image href='//x.example/'/></svg>");
        write("i.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><body><img src='//x.example/'/></body></html>");
        write("j.css", "a { b: url(//x.example/) }");
        assertThat(found(NONE, NONE))
                .containsExactlyInAnyOrder(
                        "a.html",
                        "B.HTM",
                        "tief/drin/c.php",
                        "vorlagen/d.html.twig",
                        "e.jsp",
                        "h.svg",
                        "i.xhtml",
                        "j.css");
        assertThat(found(globs("*.txt", "tief/**"), NONE)).containsExactlyInAnyOrder("tief/drin/c.php", "x.txt");
        assertThat(found(globs("**/*.html"), NONE)).containsExactly("a.html");
        assertThat(found(NONE, globs("tief", "*.{htm,html}", "vorlagen/*.twig", "?.svg", "*.css", "*.HTM")))
                .containsExactlyInAnyOrder("e.jsp", "i.xhtml");
    }

    /** Whatever a template's own marks hold, what stands between is HTML. */
    @Test
    void templatesAreReadAsHtml() throws IOException {
        write(
                "t.php",
                "<?php if ($a->b > 1 && \"<p\") { ?>\n<img src=\"<?= $bild ?>\"><img src=\"https://x.example/<?= $b ?>\">");
        write(
                "t.jsp",
                "<%@ page contentType=\"text/html\" %>\n<% if (a < b) { %><img src=\"${bild}\"><img src=\"//x.example/${b}\">");
        assertThat(lines(only(folder.resolve("t.php"))))
                .singleElement()
                .asString()
                .startsWith("t.php:2:25: <img src> ");
        assertThat(lines(only(folder.resolve("t.jsp"))))
                .singleElement()
                .asString()
                .startsWith("t.jsp:2:38: <img src> ");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 9", "ISO-8859-1, 9", "UTF-16LE, 9", "UTF-16BE, 9"})
    void charsetsAreThoseOfTheLibrary(String name, int column) throws IOException {
        Charset charset = Charset.forName(name);
        String mark = name.startsWith("UTF-16") ? "\ufeff" : "";
        Path file = Files.write(folder.resolve("u.html"), (mark + "\r\n<p>Größe" + FOREIGN).getBytes(charset));
        Scanned scanned = only(file);
        assertThat(lines(scanned)).singleElement().asString().startsWith("u.html:2:" + column + ": ");
        assertThat(scanned.charset()).hasValue(name.equals("ISO-8859-1") ? "windows-1252" : name);
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() throws IOException {
        Path huge = folder.resolve("huge.html");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(SiteScan.LARGEST + 1L);
        }
        byte[] picture = new byte[2000];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i * 7);
        }
        Files.write(folder.resolve("picture.html"), picture);
        write("entities.svg", "<!DOCTYPE svg [<!ENTITY a '<image/>'>]><svg>&a;</svg>");
        write("daten.json", "{}");
        assertThat(only(huge).error()).hasValueSatisfying(why -> assertThat(why).startsWith("it is larger than 20 MB"));
        assertThat(only(folder.resolve("picture.html")).error())
                .hasValueSatisfying(why -> assertThat(why).startsWith("it is no text"));
        assertThat(only(folder.resolve("entities.svg")).error())
                .hasValue("it cannot be examined: The document declares entities that may hold markup");
        assertThat(only(folder.resolve("fort.html")).error()).hasValue("there is no such file");
        Files.createDirectory(folder.resolve("leer"));
        assertThat(only(folder.resolve("leer")).error())
                .hasValueSatisfying(why -> assertThat(why).startsWith("there is no file in it to be scanned"));
        assertThat(only(folder.resolve("daten.json")).error())
                .as("text is a page")
                .isEmpty();
        assertThat(scan.path(folder, NONE, NONE)).hasSize(3);
    }

    @Test
    void aStrayControlCharacterIsNoReason() throws IOException {
        write("a.html", "<p>\u0000 \u0001" + " Text".repeat(40) + FOREIGN);
        assertThat(only(folder.resolve("a.html")).found()).hasSize(1);
    }

    @Test
    void filesThatMayNotBeReadAreNamed() throws IOException {
        write("zu.html", FOREIGN);
        write("offen.html", FOREIGN);
        Path closed = folder.resolve("zu.html");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions here");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this user may read everything");
        List<Scanned> scanned = scan.path(folder, NONE, NONE);
        assertThat(scanned).hasSize(2);
        assertThat(scanned.get(1).error()).hasValue("it cannot be read: AccessDeniedException");
        assertThat(scanned.get(0).found()).hasSize(1);
    }

    @Test
    void linksAreFollowedButNotInCircles() throws IOException {
        write("site/a.html", FOREIGN);
        write("anderswo/b.html", FOREIGN);
        Path site = folder.resolve("site");
        Files.createSymbolicLink(site.resolve("dort"), folder.resolve("anderswo"));
        Files.createSymbolicLink(site.resolve("kreis"), site);
        Files.createSymbolicLink(site.resolve("nirgends.html"), folder.resolve("fort.html"));
        Files.createSymbolicLink(site.resolve("nirgends.txt"), folder.resolve("fort.txt"));
        List<Scanned> scanned = scan.path(site, NONE, NONE);
        assertThat(scanned.stream()
                        .map(one -> site.relativize(Path.of(one.name())).toString()))
                .containsExactly("a.html", "dort/b.html", "kreis", "nirgends.html");
        assertThat(scanned.get(1).found()).hasSize(1);
        assertThat(scanned.get(2).error()).isEmpty();
        assertThat(scanned.get(2).notices()).containsExactly("it is a link to a folder around it, and is not followed");
        assertThat(scanned.get(3).error()).hasValue("it is a link that leads nowhere");
    }

    /** Below the folder where the program runs they are relative, as code hosts want them. */
    @Test
    void addressesOfFiles() {
        Scanned here = only(Path.of("./src/../fort ü.html"));
        assertThat(here.name()).isEqualTo("fort ü.html");
        assertThat(here.uri()).isEqualTo("fort%20%C3%BC.html");
        assertThat(only(folder.resolve("fort.html")).uri())
                .startsWith("file:///")
                .endsWith("/fort.html");
    }

    /** A file may stand anywhere on the site: what is relative is the site's own. */
    @Test
    void whatIsRelativeIsOwn() throws IOException {
        write(
                "a.html",
                "<base href=/x/><img src=a.png><img src=/b.png><script src=../c.js></script><iframe src='?x'></iframe>"
                        + "<img src=//bilder.stadt.example/>");
        Scanned scanned = only(folder.resolve("a.html"));
        assertThat(scanned.found()).isEmpty();
        assertThat(scanned.error()).isEqualTo(Optional.empty());
    }

    @Test
    void textsOfFilesMoveNoCursor() throws IOException {
        Path file = Files.write(
                folder.resolve("x\u001b[2J\n.html"),
                "<x\u001b[2J\u202e src=//x.example/>".getBytes(StandardCharsets.UTF_8));
        assertThat(lines(only(file)))
                .singleElement()
                .asString()
                .startsWith("x\\u{1b}[2J\\u{a}.html:1:1: <x\\u{1b}[2j\\u{202e} src> contacts x.example");
    }
}
