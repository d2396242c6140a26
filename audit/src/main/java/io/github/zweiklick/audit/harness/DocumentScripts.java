package io.github.zweiklick.audit.harness;

import java.util.ArrayList;
import java.util.List;
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

    static final String AT_END =
            "scrollY + innerHeight >= (document.scrollingElement || document.documentElement).scrollHeight - 1";

    static final String COMPLETE = "document.readyState === 'complete'";

    private DocumentScripts() {}

    static StorageDump storage(List<String> cookies, JsonNode answer) {
        return new StorageDump(
                cookies,
                strings(answer.path("local")),
                strings(answer.path("session")),
                strings(answer.path("databases")),
                strings(answer.path("caches")),
                strings(answer.path("workers")));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(entry -> strings.add(entry.asString("")));
        return strings;
    }
}
