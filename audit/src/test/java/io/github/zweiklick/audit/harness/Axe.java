package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Looks at the page that Chromium shows: keeps a picture, and finds what axe-core objects to. */
public final class Axe {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String RULES =
            "{runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa',"
                    + " 'best-practice']}, rules: {'target-size': {enabled: true}}, iframes: false}";

    /** Long documents on a machine that has other things to do. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Visit visit;
    private final DevTools tools;
    private final String script;

    private Axe(Visit visit, String script) {
        this.visit = visit;
        this.tools = DevTools.of(visit);
        this.script = script;
        tools.scriptsMayTake(LONGEST);
    }

    /** For one visit in Chromium. */
    public static Axe of(Visit visit) throws IOException {
        Files.createDirectories(PICTURES);
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new Axe(
                    visit,
                    new String(Objects.requireNonNull(file, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Fails where the page can be scrolled sideways or axe-core finds a violation.
     *
     * @param name of the picture, and of the page in messages
     */
    public void check(String name) {
        visit.screenshot(PICTURES.resolve(name + ".png"));
        assertThat(visit.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .as("%s does not scroll sideways", name)
                .isTrue();
        tools.run(script);
        JsonNode result = visit.evaluate(
                "axe.run(document, " + RULES + ").then(result => ({passes: result.passes.length,"
                        + " violations: result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))}))");
        List<String> violations = new ArrayList<>();
        result.path("violations").forEach(violation -> violations.add(violation.asString("")));
        assertThat(violations).as(name).isEmpty();
        assertThat(result.path("passes").asInt())
                .as("rules that applied in %s", name)
                .isGreaterThan(5);
    }
}
