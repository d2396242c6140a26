package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.format.Checked;
import io.github.zweiklick.audit.format.Checks;
import io.github.zweiklick.audit.format.JUnitWriter;
import io.github.zweiklick.audit.format.Problem;
import io.github.zweiklick.audit.format.Rule;
import io.github.zweiklick.audit.format.SarifWriter;
import io.github.zweiklick.audit.format.Uris;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.SecondBrowser;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An audit for CI systems: each page is a test case, each observation a result. In the language of the case. */
public final class CiReport {
    /** Names of the files. */
    public static final String SARIF = "report.sarif";

    public static final String JUNIT = "report.junit.xml";

    private final AuditResult result;
    private final Words words;

    private CiReport(AuditResult result) {
        this.result = result;
        this.words = Words.of(result.file().language(), result.file().zone());
    }

    /** @throws IOException of the writer, which stays open */
    public static void sarif(AuditResult result, Writer out) throws IOException {
        SarifWriter.write(new CiReport(result).checks(), out);
    }

    /** @throws IOException of the writer, which stays open */
    public static void junit(AuditResult result, Writer out) throws IOException {
        JUnitWriter.write(new CiReport(result).checks(), out);
    }

    private Checks checks() {
        List<Checked> checked = new ArrayList<>();
        result.pages().forEach(page -> checked.add(page(page)));
        for (String url : result.notVisited()) {
            String why = "not visited"
                    + result.stopped().map(stopped -> ": " + stopped).orElse("");
            checked.add(checked(url, Optional.of(why), List.of()));
        }
        return new Checks(
                "visit",
                result.setup().audit(),
                Arrays.stream(Observation.Kind.values()).map(this::rule).toList(),
                checked,
                result.started(),
                Duration.between(result.started(), result.ended()));
    }

    private Rule rule(Observation.Kind kind) {
        String key = Words.key("kind", kind);
        return new Rule(
                Plain.word(kind),
                words.say(key),
                words.say(key + ".about") + " " + words.say(key + ".ask"),
                level(kind));
    }

    private static Problem.Level level(Observation.Kind kind) {
        return switch (kind.weight()) {
            case CONTACT, STORAGE -> Problem.Level.ERROR;
            case UNDECLARED, PATTERN, POLICY -> Problem.Level.WARNING;
        };
    }

    private Checked page(PageResult page) {
        Subjects subjects = Subjects.of(page);
        return checked(
                page.url(),
                page.anyFailure().or(this::unproven),
                page.observations().stream()
                        .map(seen -> problem(seen, subjects.masked(seen.subject())))
                        .toList());
    }

    /** A browser that may have been blind has passed no page. */
    private Optional<String> unproven() {
        return result.setup().proof() instanceof Proof.Missing missing ? Optional.of(missing.why()) : Optional.empty();
    }

    private static Checked checked(String url, Optional<String> error, List<Problem> problems) {
        String name = Masking.page(url);
        return new Checked(
                name, Uris.legal(name), error.map(why -> Plain.line(Masking.text(why))), List.of(), problems);
    }

    private Problem problem(Observation seen, String subject) {
        String step = seen.step().map(this::step).orElse("");
        String about = subject.isEmpty() ? words.say("findings.whole") : subject;
        return new Problem(
                Plain.word(seen.kind()),
                level(seen.kind()),
                Plain.line(words.name("kind", seen.kind()) + ": " + about + (step.isEmpty() ? "" : " (" + step + ")")
                        + browsers(seen)),
                Optional.empty(),
                subject + " " + step
                        + seen.in().map(browser -> " " + browser.word()).orElse(""));
    }

    private String browsers(Observation seen) {
        String names =
                words.list(seen.others().stream().map(SecondBrowser::title).toList());
        return names.isEmpty()
                ? ""
                : ", " + words.say(seen.in().isPresent() ? "findings.only" : "findings.also", "browsers", names);
    }

    private String step(Step step) {
        String name = words.name("step", step.phase());
        return step.about().isEmpty() ? name : name + ", " + Masking.text(step.about());
    }
}
