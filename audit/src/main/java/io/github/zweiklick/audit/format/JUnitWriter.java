package io.github.zweiklick.audit.format;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes JUnit's XML as CI systems read it: each file or page is a test case. It fails where something is found, is an error
 * where it could not be looked at, and has passed else. All that is found in it is in one failure, for many readers take the
 * first only.
 */
public final class JUnitWriter {
    private static final int MILLIS = 1000;

    private final Checks checks;
    private final XMLStreamWriter out;

    private JUnitWriter(Checks checks, XMLStreamWriter out) {
        this.checks = checks;
        this.out = out;
    }

    /** @throws IOException of the writer, which stays open */
    public static void write(Checks checks, Writer writer) throws IOException {
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            new JUnitWriter(checks, out).write();
            out.flush();
        } catch (XMLStreamException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        }
        writer.write('\n');
        writer.flush();
    }

    private void write() throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        start("testsuites", 0);
        numbers();
        start("testsuite", 1);
        numbers();
        attribute("skipped", "0");
        attribute("timestamp", time());
        for (Checked one : checks.checked()) {
            testCase(one);
        }
        end(1);
        end(0);
        out.writeEndDocument();
    }

    /** Without a zone: readers take it for UTC. */
    private String time() {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                checks.began().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private void numbers() throws XMLStreamException {
        attribute("name", "zweiklick " + checks.name());
        attribute("tests", Integer.toString(checks.checked().size()));
        attribute(
                "failures",
                Long.toString(checks.checked().stream()
                        .filter(one -> one.error().isEmpty() && !one.failures().isEmpty())
                        .count()));
        attribute(
                "errors",
                Long.toString(checks.checked().stream()
                        .filter(one -> one.error().isPresent())
                        .count()));
        attribute("time", String.format(Locale.ROOT, "%.3f", checks.took().toMillis() / (double) MILLIS));
    }

    private void testCase(Checked one) throws XMLStreamException {
        start("testcase", 2);
        attribute("name", one.name());
        attribute("classname", "zweiklick." + checks.name());
        attribute("file", one.name());
        attribute("time", "0");
        if (one.error().isPresent()) {
            start("error", 3);
            attribute("message", one.error().get());
            attribute("type", "error");
            text(lines(one, one.problems()));
            out.writeEndElement();
        } else if (!one.failures().isEmpty()) {
            List<Problem> failures = one.failures();
            start("failure", 3);
            attribute("message", first(failures));
            attribute("type", failures.get(0).rule());
            text(lines(one, one.problems()));
            out.writeEndElement();
        } else if (!one.problems().isEmpty()) {
            start("system-out", 3);
            text(lines(one, one.problems()));
            out.writeEndElement();
        }
        end(2);
    }

    private static String first(List<Problem> failures) {
        String more = failures.size() == 1 ? "" : " (+ " + (failures.size() - 1) + ")";
        return failures.get(0).message() + more;
    }

    private static String lines(Checked one, List<Problem> problems) {
        return problems.stream()
                .map(problem -> EditorLines.line(one, problem))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private void start(String name, int depth) throws XMLStreamException {
        indent(depth);
        out.writeStartElement(name);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        out.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        out.writeAttribute(name, Characters.inXml(value));
    }

    private void text(String text) throws XMLStreamException {
        out.writeCharacters(Characters.inXml(text));
    }
}
