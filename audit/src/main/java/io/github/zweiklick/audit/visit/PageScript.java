package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Visit;
import io.github.zweiklick.audit.result.PageFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks at a page as it is shown, and changes nothing in it. */
final class PageScript {
    private static final Set<String> POLICIES = Set.of(
            "content-security-policy",
            "content-security-policy-report-only",
            "referrer-policy",
            "permissions-policy",
            "x-dns-prefetch-control",
            "connection-allowlist");

    /** Contrast as WCAG 2.2 defines it; backgrounds are looked for up the tree, pictures are not looked through. */
    static final String LOOKS = """
            const seen = e => !!e && e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible';
            const rgba = text => (text.match(/[0-9.]+/g) || [0, 0, 0, 0]).map(Number);
            const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
            const ground = e => {
              const layers = [];
              for (let at = e; at; at = at.parentElement) {
                const colour = rgba(getComputedStyle(at).backgroundColor);
                if (colour.length === 3 || colour[3] > 0) layers.push(colour);
              }
              return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
            };
            const light = colour => colour.map(value => value / 255)
              .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
              .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
            const button = e => {
              if (!seen(e)) return [];
              const style = getComputedStyle(e), back = ground(e);
              const [high, low] = [light(back), light(over(rgba(style.color), back))].sort((a, b) => b - a);
              return [{height: e.getBoundingClientRect().height, font: parseFloat(style.fontSize),
                contrast: (high + 0.05) / (low + 0.05), background: back.map(Math.round).join(' ')}];
            };
            """;

    private static final String FACTS = """
            (() => {
              %s
              const tag = e => ('<' + e.localName + [...e.attributes]
                .map(attribute => ' ' + attribute.name + '="' + attribute.value + '"').join('') + '>').slice(0, 300);
              const embeds = [...document.querySelectorAll('zweiklick-embed[data-service]')].slice(0, 200);
              const airlock = document.querySelector('[formaction*="/airlock?"]');
              const base = airlock ? new URL(airlock.formAction).pathname.replace(/\\/airlock$/, '') : '/zweiklick';
              const consents = '[id*=consent i], [class*=consent i], [id*=cookie i], [class*=cookie i],'
                + ' [id*=einwillig i], [class*=einwillig i], zweiklick-embed, zweiklick-settings, .zweiklick-box';
              return {
                zweiklick: embeds.length > 0 || !!document.querySelector('zweiklick-settings, #zweiklick-form'),
                title: document.title.slice(0, 300),
                placeholders: embeds.map(e => {
                  const once = e.querySelector('button[value=once]');
                  return {service: e.dataset.service,
                    address: once ? once.formAction : '',
                    once: button(once), remember: button(e.querySelector('button[value=remember]'))};
                }),
                settings: [...document.querySelectorAll('a[href], zweiklick-settings')].some(e => seen(e)
                  && (e.localName !== 'a' || e.pathname === base + '/settings')),
                preselected: [...document.querySelectorAll(
                    'input:is([type=checkbox], [type=radio]):checked:enabled, [role=switch][aria-checked=true]')]
                  .filter(e => e.closest(consents) && seen(e)).map(tag).slice(0, 50),
                links: [...document.querySelectorAll('a[href^=http]')]
                  .filter(e => seen(e) && e.hostname !== location.hostname).slice(0, 500)
                  .map(e => ({host: e.hostname.toLowerCase(), tag: tag(e),
                    text: [e.textContent, e.ariaLabel, e.title, ...[...e.querySelectorAll('img')].map(i => i.alt)]
                      .join(' ').slice(0, 500)}))
              };
            })()""".replace("%s", LOOKS);

    private PageScript() {}

    /** @throws RuntimeException when the page does not answer */
    static PageFacts facts(Visit visit) {
        JsonNode seen = visit.evaluate(FACTS);
        List<PageFacts.Placeholder> placeholders = new ArrayList<>();
        for (JsonNode one : seen.path("placeholders")) {
            placeholders.add(new PageFacts.Placeholder(
                    one.path("service").asString(""),
                    one.path("address").asString(""),
                    buttons(one.path("once")),
                    buttons(one.path("remember"))));
        }
        List<PageFacts.Link> links = new ArrayList<>();
        for (JsonNode one : seen.path("links")) {
            links.add(new PageFacts.Link(
                    one.path("host").asString(""),
                    one.path("tag").asString(""),
                    one.path("text").asString("")));
        }
        List<String> preselected = new ArrayList<>();
        seen.path("preselected").forEach(tag -> preselected.add(tag.asString("")));
        return new PageFacts(
                seen.path("zweiklick").asBoolean(false),
                seen.path("title").asString(""),
                placeholders,
                seen.path("settings").asBoolean(false),
                preselected,
                links);
    }

    static List<PageFacts.Button> buttons(JsonNode shown) {
        List<PageFacts.Button> buttons = new ArrayList<>();
        for (JsonNode one : shown) {
            buttons.add(new PageFacts.Button(
                    one.path("height").asDouble(),
                    one.path("font").asDouble(),
                    one.path("contrast").asDouble(),
                    one.path("background").asString("")));
        }
        return buttons;
    }

    /** The fields of the page's own answer that protect visitors. */
    static Map<String, String> policies(Exchange page) {
        Map<String, String> policies = new HashMap<>();
        for (Exchange.Field field : page.answer()) {
            if (POLICIES.contains(field.name())) {
                policies.merge(field.name(), field.value(), (one, other) -> one + ", " + other);
            }
        }
        return policies;
    }
}
