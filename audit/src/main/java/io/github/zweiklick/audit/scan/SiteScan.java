package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Uris;
import io.github.zweiklick.audit.pages.Fetch;
import io.github.zweiklick.audit.report.Masking;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.page.ForeignPart;
import io.github.zweiklick.page.Inspection;
import io.github.zweiklick.page.PageInspector;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scans files and pages of one site. */
public final class SiteScan {
    /** In bytes. */
    static final int LARGEST = Fetch.MOST_BYTES;

    private static final String BASE = "/zweiklick";
    /** Where a file stands on the site nobody knows: relative addresses are the site's own wherever it is. */
    private static final WebUrl SOMEWHERE =
            WebUrl.parse("https://site.invalid/").orElseThrow();

    private static final int BEGINNING = 8 << 10;
    /** One in so many bytes. */
    private static final int MOST_CONTROLS = 20;
    /** Begins the escape sequences of ISO-2022-JP. */
    private static final int ESCAPE = 0x1b;

    private final PageInspector inspector;
    private final List<String> own;
    private final Path workingFolder = Path.of("").toAbsolutePath();

    /** @param own hosts that are the site's: exact, or {@code *.example.org} */
    public SiteScan(Catalogue catalogue, List<String> own) {
        this.inspector = new PageInspector(catalogue);
        this.own = List.copyOf(own);
    }

    /**
     * A file, or all files of a folder and those below it.
     *
     * @param include what of a folder is read; none: files whose ending is one of pages, templates and style sheets
     * @param exclude what is not
     */
    public List<Scanned> path(Path path, Globs include, Globs exclude) {
        if (!Files.isDirectory(path)) {
            return exclude.match(path) ? List.of() : List.of(file(path));
        }
        List<Scanned> scanned = new ArrayList<>();
        try {
            SourceFiles.in(path, include, exclude)
                    .forEach((file, obstacle) -> scanned.add(
                            obstacle.map(what -> inTheWay(file, what)).orElseGet(() -> file(file))));
        } catch (IOException failed) {
            return List.of(Scanned.failed(name(path), uri(path), SourceFiles.reason(failed)));
        }
        return scanned.isEmpty()
                ? List.of(Scanned.failed(
                        name(path), uri(path), "there is no file in it to be scanned: see --include for other endings"))
                : scanned;
    }

    private Scanned inTheWay(Path path, SourceFiles.Obstacle obstacle) {
        return obstacle.harmless()
                ? new Scanned(
                        name(path), uri(path), Optional.empty(), List.of(obstacle.what()), Optional.empty(), List.of())
                : Scanned.failed(name(path), uri(path), obstacle.what());
    }

    private Scanned file(Path file) {
        try {
            if (!Files.exists(file)) {
                return Scanned.failed(name(file), uri(file), "there is no such file");
            }
            if (!Files.isRegularFile(file)) {
                return Scanned.failed(name(file), uri(file), "it is no regular file");
            }
            byte[] body = read(file);
            if (body.length > LARGEST) {
                return Scanned.failed(
                        name(file),
                        uri(file),
                        "it is larger than " + (LARGEST >> 20) + " MB: leave it out with --exclude");
            }
            if (isBinary(body)) {
                return Scanned.failed(name(file), uri(file), "it is no text: leave it out with --exclude");
            }
            PageSource source = new PageSource(body, FileTypes.type(file), SOMEWHERE, own(SOMEWHERE), BASE);
            return scanned(name(file), uri(file), List.of(), List.of(), inspector.inspect(source));
        } catch (IOException unreadable) {
            return Scanned.failed(name(file), uri(file), SourceFiles.reason(unreadable));
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        }
    }

    /** Pages hold a stray control character now and then; pictures and archives hold one in ten bytes. */
    private static boolean isBinary(byte[] body) {
        boolean utf16 = body.length > 1 && (body[0] & 0xff) >= 0xfe && (body[1] & 0xff) >= 0xfe;
        int length = utf16 ? 0 : Math.min(body.length, BEGINNING);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            boolean control = body[i] >= 0 && body[i] < ' ' && !Character.isWhitespace(body[i]) && body[i] != ESCAPE;
            controls += control ? 1 : 0;
        }
        return controls > length / MOST_CONTROLS;
    }

    /** As it was named, so that editors find it; with slashes. */
    private static String name(Path path) {
        return path.normalize().toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private String uri(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(workingFolder)
                ? Uris.relative(workingFolder.relativize(absolute))
                : absolute.toUri().toASCIIString();
    }

    /** A page, with the header it is sent with. */
    public Scanned url(WebUrl address) {
        String name = Masking.page(address.href());
        OwnHosts hosts = own(address);
        Fetch fetch = new Fetch((from, to) -> to.getHost() != null && hosts.contains(to.getHost()));
        try {
            Fetch.Document document = fetch.get(URI.create(address.href()));
            WebUrl shown = WebUrl.parse(document.url().toString()).orElse(address);
            List<String> notices = shown.equals(address)
                    ? List.of()
                    : List.of("it leads to " + Masking.page(shown.href()) + ", which was scanned");
            OwnHosts ownHosts = own(shown);
            PageSource source = new PageSource(document.body(), document.contentType(), shown, ownHosts, BASE);
            return scanned(
                    name,
                    Uris.legal(Masking.page(shown.href())),
                    notices,
                    HeaderScan.found(document.fields(), shown, ownHosts),
                    inspector.inspect(source));
        } catch (IOException | IllegalArgumentException failed) {
            return Scanned.failed(name, Uris.legal(name), Masking.text(String.valueOf(failed.getMessage())));
        }
    }

    private OwnHosts own(WebUrl address) {
        Stream<String> site = Stream.concat(Stream.of(address.host()), WwwTwin.of(address.host()).stream());
        return new OwnHosts(Stream.concat(site, own.stream()).distinct().toList());
    }

    private static Scanned scanned(
            String name, String uri, List<String> notices, List<Scanned.Found> headers, Inspection inspection) {
        if (inspection instanceof Inspection.Unexamined unexamined) {
            String why = "it cannot be examined: " + unexamined.reason();
            return new Scanned(name, uri, Optional.of(why), notices, Optional.empty(), headers);
        }
        if (inspection instanceof Inspection.Read read) {
            List<Scanned.Found> found = new ArrayList<>(headers);
            for (ForeignPart part : read.parts()) {
                found.add(Scanned.Found.of(part));
            }
            return new Scanned(
                    name,
                    uri,
                    Optional.empty(),
                    notices,
                    Optional.of(read.charset().name()),
                    found);
        }
        return new Scanned(
                name, uri, Optional.of("it is neither a page nor a style sheet"), notices, Optional.empty(), headers);
    }
}
