package io.github.zweiklick.audit.format;

import static io.github.zweiklick.audit.format.CheckSamples.checked;
import static io.github.zweiklick.audit.format.CheckSamples.failed;
import static io.github.zweiklick.audit.format.CheckSamples.note;
import static io.github.zweiklick.audit.format.CheckSamples.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** JUnit's XML as CI systems read it. */
final class JUnitWriterTest {

    private static String written(Checked... checked) throws IOException {
        StringWriter text = new StringWriter();
        JUnitWriter.write(CheckSamples.of(checked), text);
        return text.toString();
    }

    @Test
    void eachFileIsATestCase() throws Exception {
        Element suites = JUnit.read(written(
                checked("gut.html"),
                checked("a/b.html", problem("x.example", 12), note(), problem("y.example", 14)),
                checked("notiz.html", note()),
                failed("fort.html", "there is no such file")));
        Element suite = JUnit.children(suites, "testsuite").get(0);
        for (Element counting : List.of(suites, suite)) {
            assertThat(counting.getAttribute("tests")).isEqualTo("4");
            assertThat(counting.getAttribute("failures")).isEqualTo("1");
            assertThat(counting.getAttribute("errors")).isEqualTo("1");
            assertThat(counting.getAttribute("time")).isEqualTo("1.500");
            assertThat(counting.getAttribute("name")).isEqualTo("zweiklick scan");
        }
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-29T10:00:00");
        List<Element> cases = JUnit.children(suite, "testcase");
        assertThat(cases)
                .extracting(one -> one.getAttribute("name"))
                .containsExactly("gut.html", "a/b.html", "notiz.html", "fort.html");
        assertThat(cases)
                .allSatisfy(one -> assertThat(one.getAttribute("classname")).isEqualTo("zweiklick.scan"));

        assertThat(cases.get(0).getElementsByTagName("*").getLength()).isZero();
        Element failure = JUnit.children(cases.get(1), "failure").get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("<iframe src> contacts x.example (+ 1)");
        assertThat(failure.getAttribute("type")).isEqualTo("frame");
        assertThat(failure.getTextContent().strip().lines())
                .containsExactly(
                        "a/b.html:12:3: <iframe src> contacts x.example [frame]",
                        "a/b.html: note: a note [loader]",
                        "a/b.html:14:3: <iframe src> contacts y.example [frame]");
        assertThat(JUnit.children(cases.get(2), "system-out").get(0).getTextContent())
                .contains("notiz.html: note: a note [loader]");
        assertThat(JUnit.children(cases.get(3), "error").get(0).getAttribute("message"))
                .isEqualTo("there is no such file");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws Exception {
        Problem problem =
                new Problem("frame", Problem.Level.ERROR, CheckSamples.HOSTILE, Optional.empty(), CheckSamples.HOSTILE);
        Element suites = JUnit.read(written(checked(CheckSamples.HOSTILE, problem), failed("x", CheckSamples.HOSTILE)));
        Element failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message"))
                .startsWith("\ufffd[2J\ufffd\ufffd\u202e]]>\"&<\ufffd \ud83c\udf89 [a](b) ");
        assertThat(failure.getTextContent().strip()).startsWith("\\u{1b}[2J\\u{0}");
    }

    @Test
    void theWritersFailureIsTheCallers() {
        IOException full = new IOException("no space left");
        assertThatThrownBy(() -> JUnitWriter.write(CheckSamples.of(checked("a")), new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) throws IOException {
                        throw full;
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                }))
                .isSameAs(full);
    }
}
