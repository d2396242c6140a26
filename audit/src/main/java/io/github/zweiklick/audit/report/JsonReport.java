package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.result.Setup;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.exc.JacksonIOException;

/**
 * A whole audit for programs: {@code audit.json}, as {@code docs/audit-json.md} and {@code audit-2.schema.json} say.
 * Addresses and texts are masked, and of cookies there are only names.
 */
public final class JsonReport {
    /** Usual name of the file. */
    public static final String FILE = "audit.json";

    /** Raised when a reader of the old form would misread the new one; members are added without. */
    static final int VERSION = 2;

    private JsonReport() {}

    /**
     * Writes one document, as a stream.
     *
     * @param writer stays open
     */
    public static void write(AuditResult result, Writer writer) throws IOException {
        try {
            JsonOut json = new JsonOut(writer);
            json.number("audit", VERSION)
                    .object("file", () -> caseFile(json, result.file()))
                    .object("setup", () -> setup(json, result.setup()))
                    .time("started", result.started())
                    .time("ended", result.ended());
            result.stopped().ifPresent(why -> json.text("stopped", why));
            json.flag("whole", result.isWhole());
            if (!result.resumptions().isEmpty()) {
                json.list(
                        "resumed",
                        result.resumptions(),
                        one -> json.time("after", one.after())
                                .time("resumed", one.resumed())
                                .number("kept", one.kept())
                                .number("again", one.again()));
            }
            List<PageResult> pages = result.pages();
            int[] number = {0};
            json.list("pages", pages, page -> new PageJson(json, page).write(++number[0]));
            json.plains(
                    "notVisited",
                    result.notVisited().stream().map(Masking::page).toList());
            json.end();
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * What of an earlier audit can be compared.
     *
     * @param file as {@link #write} makes it
     * @throws IOException when it cannot be read, or is none of this version; the message says which
     */
    public static AuditRecord read(Path file) throws IOException {
        return AuditReader.read(file);
    }

    private static void caseFile(JsonOut json, CaseFile file) {
        json.plain("occasion", file.occasion())
                .plain("fileNumber", file.fileNumber())
                .plain("examiner", file.examiner())
                .plain("selection", file.selection())
                .plain("zone", file.zone().getId())
                .plain("language", file.language().toLanguageTag());
    }

    private static void setup(JsonOut json, Setup setup) {
        json.plain("audit", setup.audit())
                .plain("browser", setup.browser())
                .plains("flags", setup.flags())
                .plain("system", setup.system())
                .plains("phases", setup.phases().stream().map(Plain::word).toList())
                .object("options", () -> options(json, setup.options()))
                .list(
                        "trusted",
                        setup.trusted(),
                        host -> json.plain("host", host.host()).plain("reason", host.reason()))
                .plain("configuration", setup.configuration())
                .object("selfTest", () -> proof(json, setup.proof()))
                .plain("hash", setup.hash());
        if (!setup.secondOpinions().isEmpty()) {
            json.plains(
                    "secondOpinions",
                    setup.secondOpinions().stream().map(SecondBrowser::word).toList());
        }
    }

    private static void proof(JsonOut json, Proof proof) {
        if (proof instanceof Proof.Passed passed) {
            json.flag("passed", true)
                    .time("when", passed.when())
                    .flag("whole", passed.whole())
                    .flag("names", passed.names())
                    .number("vectors", passed.vectors());
        } else if (proof instanceof Proof.Missing missing) {
            json.flag("passed", false).text("why", missing.why());
        }
    }

    private static void options(JsonOut json, BrowserOptions options) {
        json.flag("javaScript", options.javaScript())
                .number("width", options.width())
                .number("height", options.height())
                .plains("languages", options.languages())
                .plains("firstParty", options.firstParty())
                .flag("gpc", options.gpc())
                .list(
                        "login",
                        options.login(),
                        cookie -> json.page("url", cookie.url()).text("name", cookie.name()));
    }
}
