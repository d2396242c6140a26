package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.exc.JacksonIOException;

/** A comparison for programs, as {@code docs/audit-json.md} says. */
public final class ComparisonJson {
    private static final int VERSION = 1;

    private ComparisonJson() {}

    /** @param writer stays open */
    public static void write(AuditRecord earlier, AuditRecord later, Comparison comparison, Writer writer)
            throws IOException {
        try {
            JsonOut json = new JsonOut(writer);
            json.number("comparison", VERSION)
                    .time("earlier", earlier.started())
                    .time("later", later.started());
            if (comparison instanceof Comparison.Refused refused) {
                differences(json, "refused", refused.because());
            } else if (comparison instanceof Comparison.Made made) {
                made(json, made);
            }
            json.end();
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private static void made(JsonOut json, Comparison.Made made) {
        json.flag("news", made.tellsNews());
        differences(json, "differences", made.differences());
        changes(
                json,
                "hosts",
                made.hosts(),
                host -> json.plain("page", host.page())
                        .plain("host", host.host())
                        .word("stage", host.stage())
                        .plain("about", host.about()));
        changes(
                json,
                "observations",
                made.observations(),
                seen -> json.plain("page", seen.page())
                        .plain("kind", seen.kind())
                        .plain("subject", seen.subject())
                        .plain("about", seen.about()));
        json.plains("pages", made.pages())
                .plains("notCompared", made.notCompared())
                .plains("unevenly", made.unevenly());
    }

    private static void differences(JsonOut json, String name, List<Difference> differences) {
        json.list(
                name,
                differences,
                difference -> json.plain("member", difference.member())
                        .plain("earlier", difference.earlier())
                        .plain("later", difference.later()));
    }

    private static <T> void changes(JsonOut json, String name, Comparison.Changes<T> changes, Consumer<T> members) {
        json.object(
                name,
                () -> json.list("added", changes.added(), members)
                        .list("gone", changes.gone(), members)
                        .list("still", changes.still(), members));
    }
}
