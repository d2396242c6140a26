package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.PageFacts;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for the elements of a consent tool. */
final class BannerScript {
    /** The first of these selectors whose element is seen; {@code >>>} looks into an open shadow root. */
    private static final String FIRST = """
            (selectors => {
              %s
              const find = path => path.split('>>>').reduce((roots, part) => roots.flatMap(root => {
                const inner = root.shadowRoot || root;
                try { return [...inner.querySelectorAll(part.trim())]; } catch (e) { return []; }
              }), [document]).find(seen);
              for (const selector of selectors) {
                const element = find(selector);
                if (element) return {selector, buttons: button(element)};
              }
              return null;
            })(%s)""";

    /** An element that is seen, by the selector that found it. */
    record Seen(String selector, List<PageFacts.Button> look) {}

    private BannerScript() {}

    static Optional<Seen> first(Visit visit, List<String> selectors) {
        JsonNode found = visit.evaluate(
                FIRST.formatted(PageScript.LOOKS, JsonMapper.shared().writeValueAsString(selectors)));
        return found.isNull()
                ? Optional.empty()
                : Optional.of(new Seen(found.path("selector").asString(""), PageScript.buttons(found.path("buttons"))));
    }
}
