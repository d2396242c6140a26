package io.github.zweiklick.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real pages, read in place; {@code INDEX.tsv} beside them tells the charset each declares. */
final class RealPages {
    private RealPages() {}

    static List<Page> read(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("INDEX.tsv"), UTF_8);
            List<String> columns = List.of(lines.get(0).split("\t"));
            int id = columns.indexOf("id");
            int declared = columns.indexOf("declared_charset");
            List<Page> pages = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t");
                byte[] body = Files.readAllBytes(folder.resolve(cells[id] + ".html"));
                pages.add(page(cells[id], cells[declared], body));
            }
            return List.copyOf(pages);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Page page(String id, String declared, byte[] body) {
        if (declared.equals("none")) {
            return new Page(id, body, "text/html", UTF_8, host(id));
        }
        return new Page(id, body, "text/html; charset=" + declared, Charset.forName(declared), host(id));
    }

    /** {@code p095-tierschutzpartei-de} is a page of tierschutzpartei.de: a guess that is right for most. */
    static String host(String id) {
        String site = id.substring(id.indexOf('-') + 1);
        int last = site.lastIndexOf('-');
        return site.substring(0, last) + "." + site.substring(last + 1);
    }
}
