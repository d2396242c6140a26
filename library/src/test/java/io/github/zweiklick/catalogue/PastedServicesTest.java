package io.github.zweiklick.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes of every service as editors paste them: {@code pasted.txt} says which values of each survive. */
final class PastedServicesTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private record Row(String kind, String captures, String markup) {
        static Row parse(String line) {
            String[] cells = line.split(" \\| ", 3);
            return new Row(cells[0], cells[1], cells[2]);
        }

        List<Element> elements() {
            return Jsoup.parseBodyFragment(markup).body().getAllElements();
        }

        @Override
        public String toString() {
            return kind + " " + markup;
        }
    }

    private static List<Row> rows() {
        return ServiceFiles.lines("pasted.txt").map(Row::parse).toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isRecognised(Row row) {
        Embed embed = row.elements().stream()
                .flatMap(element -> Pasted.read(CATALOGUE, element).stream())
                .findFirst()
                .orElseThrow();

        assertThat(embed.service().id() + "/" + embed.kind().id()).isEqualTo(row.kind());
        assertThat(embed.captures()).hasToString(row.captures());
        assertThat(CATALOGUE.rebuild(embed.service().id(), embed.kind().id(), embed.captures()))
                .as("what a placeholder submits comes back as the same embed")
                .contains(embed);
        embed.frame()
                .filter(frame -> !embed.kind().addresses().isEmpty())
                .ifPresent(frame -> assertThat(WebUrl.parse(frame)
                                .flatMap(CATALOGUE::recogniseLink)
                                .flatMap(Embed::frame))
                        .as("the frame is known as itself")
                        .contains(frame));
    }

    @Test
    void everyServiceIsPasted() {
        List<Row> rows = rows();
        assertThat(CATALOGUE.services())
                .filteredOn(PastedServicesTest::hasCodes)
                .extracting(Service::id)
                .allSatisfy(id -> assertThat(rows)
                        .as("add a code of %s to pasted.txt", id)
                        .anyMatch(row -> row.kind().startsWith(id + "/")));
    }

    private static boolean hasCodes(Service service) {
        return service.embeds().stream()
                .anyMatch(kind -> !kind.addresses().isEmpty() || !kind.forms().isEmpty());
    }

    /** A form of elements without values is plain to see; each that reads something is shown with something to read. */
    @Test
    void everyFormIsPasted() {
        List<Element> elements =
                rows().stream().flatMap(row -> row.elements().stream()).toList();
        List<String> missing = new ArrayList<>();
        for (Service service : CATALOGUE.services()) {
            for (EmbedKind kind : service.embeds()) {
                for (Form form : kind.forms()) {
                    boolean reads =
                            form.address().isPresent() || !form.captures().isEmpty();
                    if (reads && elements.stream().noneMatch(element -> isOf(service, kind, form, element))) {
                        missing.add(service.id() + "/" + kind.id() + " " + form);
                    }
                }
            }
        }
        assertThat(missing).as("add codes of these forms to pasted.txt").isEmpty();
    }

    private static boolean isOf(Service service, EmbedKind kind, Form form, Element element) {
        boolean named = form.element().equals("*") || form.element().equals(element.normalName());
        Optional<Embed> embed = named && Pasted.fits(form, element)
                ? Pasted.read(CATALOGUE, service, kind, form, element)
                : Optional.empty();
        return embed.isPresent();
    }
}
