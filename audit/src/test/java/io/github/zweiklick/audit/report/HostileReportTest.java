package io.github.zweiklick.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.Proof;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Pages choose hosts, titles, attributes and names: whatever they write is text in the report. */
final class HostileReportTest {
    private static final List<String> HOSTILE = List.of(
            "\"><script src=\"https://evil.example/x.js\"></script><img src=https://evil.example/y onerror=alert(1)>",
            "'; } </style><style>@import 'https://evil.example/z.css';</style><!-- ]]> <![CDATA[",
            "\u0000\u0008\u001b[31m\ud800 \udfff\ufffe\u202e\u2066abc\u200f\u0085 &#x3c;script&gt; {n} {{footer}} $1 \\22",
            "https://evil.example/\"onload=\"alert(1)",
            "javascript:alert(1)//",
            "www.youtube.com",
            "");

    static Stream<AuditResult> audits() {
        return HOSTILE.stream()
                .flatMap(text -> Stream.of(Locale.GERMAN, Locale.ENGLISH)
                        .map(language -> (AuditResult) new Filler(text, language).record(AuditResult.class)));
    }

    @ParameterizedTest
    @MethodSource("audits")
    void whateverAMemberHoldsIsText(AuditResult audit) throws Exception {
        ReportDocument report = ReportDocument.of(audit);
        assertThat(report.elements("*").map(Element::getTagName))
                .doesNotContain("script", "iframe", "link", "base", "object", "embed", "form");
        assertThat(report.elements("style").toList()).hasSize(1);
        assertThat(report.attributeNames()).noneMatch(name -> name.startsWith("on") || name.equals("style"));
        assertThat(report.attributes("href")).allMatch(link -> link.startsWith("#"));
        assertThat(report.attributes("src")).isEmpty();
        String style = report.elements("style").findFirst().orElseThrow().getTextContent();
        assertThat(style).doesNotContain("@import", "evil.example", "</");
        assertThat(report.source()).contains("'sha256-" + new Stylesheet(style).hash() + "'");
        assertThat(report.document().getDocumentElement().getTextContent())
                .doesNotContain("\u202e", "\u2066", "\u200f", "\u001b");
    }

    /** Else the test above would prove little. */
    @Test
    void membersOfTheModelAreTold() throws Exception {
        ReportDocument report =
                ReportDocument.of((AuditResult) new Filler("<b>\"R&D\"</b>", Locale.GERMAN).record(AuditResult.class));
        String text = report.document().getDocumentElement().getTextContent();
        assertThat(text.split("<b>\"R&D\"</b>", -1)).hasSizeGreaterThan(40);
        assertThat(report.elements("b").toList()).isEmpty();
    }

    /** The examiner's own words are not. */
    @Test
    void longTextsOfPagesAreCutAndSaySo() throws Exception {
        String text = "Titel ".repeat(20_000);
        ReportDocument report =
                ReportDocument.of((AuditResult) new Filler(text, Locale.GERMAN).record(AuditResult.class));
        for (String section : List.of("pages", "findings", "hosts", "scope")) {
            assertThat(report.text(section)).as(section).hasSizeLessThan(50_000);
        }
        assertThat(report.text("page-1-heading")).contains("… (119.700 weitere Zeichen)");
    }

    /** Makes records whose every member is there, and every text of which is the same. */
    private record Filler(String text, Locale language) {

        Object record(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = Arrays.stream(components)
                    .map(component -> value(component.getGenericType()))
                    .toArray();
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(type.toString(), e);
            }
        }

        private Object value(Type type) {
            if (type instanceof ParameterizedType generic) {
                Type argument = generic.getActualTypeArguments()[0];
                if (generic.getRawType() == Optional.class) {
                    // The only time a page chooses is when its cookies end.
                    return Optional.of(argument == Instant.class ? Instant.MAX : value(argument));
                }
                return generic.getRawType() == Map.class ? Map.of(text, text) : all(argument);
            }
            Class<?> single = (Class<?>) type;
            if (single == Proof.class) {
                return new Proof.Missing(text);
            }
            if (single.isRecord()) {
                return record(single);
            }
            if (single.isEnum()) {
                return single == Level.class ? Level.REQUEST : single.getEnumConstants()[0];
            }
            return switch (single.getSimpleName()) {
                case "String" -> text;
                case "Instant" -> SamplePage.START;
                case "ZoneId" -> ZoneId.of("Europe/Berlin");
                case "Locale" -> language;
                case "OptionalInt" -> OptionalInt.of(200);
                case "byte[]" -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                case "boolean" -> true;
                case "int" -> 1;
                case "long" -> Long.MAX_VALUE;
                case "double" -> Double.NaN;
                default -> throw new AssertionError("no value for " + single);
            };
        }

        /** One, or as many as there are constants. */
        private List<?> all(Type type) {
            if (type == Observation.class) {
                return Stream.of(Observation.Kind.values())
                        .map(kind -> new Observation(
                                kind, text, Optional.of(step(Phase.LOAD)), text, List.of(text, text + " ")))
                        .toList();
            }
            if (type == Step.class) {
                return Stream.of(Phase.values()).map(this::step).toList();
            }
            return type instanceof Class<?> single && single.isEnum()
                    ? List.of(single.getEnumConstants())
                    : List.of(value(type));
        }

        private Step step(Phase phase) {
            return new Step(List.of(Phase.values()).indexOf(phase), phase, text, SamplePage.START);
        }
    }
}
