package io.github.zweiklick.audit.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The few expressions every browser evaluates alike. */
final class DocumentScripts {

    /** What the page's origin has stored; an opaque origin has nothing, and throws. */
    static final String STORAGE = """
            (async () => {
              const tried = async f => { try { return await f(); } catch (e) { return []; } };
              return {
                local: await tried(() => Object.keys(localStorage)),
                session: await tried(() => Object.keys(sessionStorage)),
                databases: await tried(async () => (await indexedDB.databases()).map(d => d.name)),
                caches: await tried(() => caches.keys()),
                workers: await tried(async () => (await navigator.serviceWorker.getRegistrations()).map(r => r.scope))
              };
            })()""";

    /**
     * Elements that name an address of some host, in the page, frames of its origin and open shadow roots: at most 500.
     * Closed shadow roots and other origins' frames cannot be looked into.
     */
    static final String SOURCES = """
            (() => {
              const found = [];
              const address = /(?:(?:https?|wss?):)?\\/\\/[^\\s"'()<>,]+/gi;
              // Written out, not cloned: a copy of an image would load it.
              const tag = element => ('<' + element.localName + [...element.attributes]
                .map(attribute => ' ' + attribute.name + '="' + attribute.value + '"').join('') + '>').slice(0, 300);
              const look = root => {
                for (const element of root.querySelectorAll('*')) {
                  if (found.length >= 500) return;
                  if (element.shadowRoot) look(element.shadowRoot);
                  if (element.contentDocument) look(element.contentDocument);
                  const texts = [...element.attributes].map(attribute => attribute.value);
                  if (element.localName === 'style') texts.push(element.textContent.slice(0, 100000));
                  for (const text of texts) {
                    for (const [match] of text.matchAll(address)) {
                      let url;
                      try { url = new URL(match, document.baseURI); } catch (e) { continue; }
                      if (url.hostname && url.hostname !== location.hostname) {
                        found.push({host: url.hostname, url: url.href.slice(0, 500), text: tag(element)});
                      }
                    }
                  }
                }
              };
              look(document);
              return found;
            })()""";

    static final String AT_END =
            "scrollY + innerHeight >= (document.scrollingElement || document.documentElement).scrollHeight - 1";

    static final String COMPLETE = "document.readyState === 'complete'";

    private DocumentScripts() {}

    static StorageDump storage(List<StoredCookie> cookies, JsonNode answer) {
        return new StorageDump(
                cookies,
                strings(answer.path("local")),
                strings(answer.path("session")),
                strings(answer.path("databases")),
                strings(answer.path("caches")),
                strings(answer.path("workers")));
    }

    static List<Source> sources(JsonNode found) {
        List<Source> sources = new ArrayList<>();
        for (JsonNode one : found) {
            sources.add(new Source(
                    one.path("host").asString("").toLowerCase(Locale.ROOT),
                    one.path("url").asString(""),
                    Source.Kind.ELEMENT,
                    one.path("text").asString(""),
                    List.of()));
        }
        return sources;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(entry.asString("")));
        return strings;
    }
}
