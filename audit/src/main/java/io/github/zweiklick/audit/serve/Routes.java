package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.report.AuditRecord;
import io.github.zweiklick.audit.report.AuditSummary;
import io.github.zweiklick.audit.report.Comparison;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.report.Verification;
import io.github.zweiklick.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers whoever was let in. */
final class Routes implements Function<Request, Reply> {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int WRONG_FORM = 422;
    private static final int FAILED = 500;
    private static final String AUDITS = "audits";
    private static final Set<String> LANGUAGES = Set.of("de", "en");

    private final String root;
    private final Shelf shelf;
    private final Desk desk;
    private final History history;
    private final Clock clock;
    private final Texts german;
    private final Texts english;
    private final String style = resource("serve.css");
    private final String script = resource("serve.js");

    Routes(String root, Shelf shelf, Desk desk, Clock clock) {
        this.root = root;
        this.shelf = shelf;
        this.desk = desk;
        this.clock = clock;
        history = new History(shelf, desk);
        german = Texts.of(Locale.GERMAN, shelf.zone());
        english = Texts.of(Locale.ENGLISH, shelf.zone());
    }

    private static String resource(String name) {
        try (InputStream file = Routes.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    @Override
    public Reply apply(Request request) {
        String first = request.part(0);
        if (request.posts() && !LANGUAGES.contains(first)) {
            return Reply.plain(NOT_FOUND, "nothing here");
        }
        return switch (first) {
            case "" -> Reply.seeOther(root + "/" + request.preferred().getLanguage() + "/");
            case "serve.css" -> Reply.of("text/css; charset=utf-8", style);
            case "serve.js" -> Reply.of("text/javascript; charset=utf-8", script);
            default -> LANGUAGES.contains(first) ? spoken(first, request) : Reply.plain(NOT_FOUND, "nothing here");
        };
    }

    private Reply spoken(String language, Request request) {
        String id = request.part(2);
        Paper paper = paper(language, place(request));
        try {
            if (request.path().size() == 1 && !request.posts()) {
                return form(paper, request);
            }
            if (!request.part(1).equals(AUDITS)) {
                return missing(paper);
            }
            if (id.isEmpty()) {
                return request.posts() ? order(language, request) : list(paper);
            }
            if (!shelf.has(id)) {
                return missing(paper);
            }
            return request.posts() ? act(paper, id, request.part(3)) : read(paper, id, request);
        } catch (IOException failed) {
            return Reply.page(
                    FAILED, Reply.Policy.PAGE, new MessageView(paper).page("failed", failed.toString(), AUDITS));
        }
    }

    /** What both languages have in common of an address. */
    private String place(Request request) {
        String path = String.join("/", request.path().subList(1, request.path().size()));
        for (String name : List.of("with", "again")) {
            String id = request.query().text(name);
            if (shelf.has(id)) {
                return path + "?" + name + "=" + id;
            }
        }
        return path;
    }

    private Paper paper(String language, String path) {
        return new Paper(language.equals("de") ? german : english, new Paper.Place(root, language, path));
    }

    private static Reply page(String html) {
        return Reply.page(OK, Reply.Policy.PAGE, html);
    }

    private static Reply missing(Paper paper) {
        return Reply.page(NOT_FOUND, Reply.Policy.PAGE, new MessageView(paper).page("missing", "", AUDITS));
    }

    private Reply form(Paper paper, Request request) {
        String again = request.query().text("again");
        Fields fields = Optional.of(again)
                .filter(shelf::has)
                .flatMap(shelf::asked)
                .orElseGet(() ->
                        OrderForm.empty(Locale.forLanguageTag(paper.words().tag())));
        return page(new FormView(paper, fields, List.of(), desk.missing().orElse("")).page());
    }

    private Reply order(String language, Request request) throws IOException {
        OrderForm form = OrderForm.read(request.form());
        Optional<String> missing = desk.missing();
        if (form.wanted().isEmpty() || missing.isPresent()) {
            Paper paper = paper(language, "");
            return Reply.page(
                    WRONG_FORM,
                    Reply.Policy.PAGE,
                    new FormView(paper, form.fields(), form.mistakes(), missing.orElse("")).page());
        }
        Wanted wanted = form.wanted().get();
        String first = wanted.pages().named().isEmpty()
                ? wanted.pages().sitemap().orElse("")
                : wanted.pages().named().get(0);
        String id =
                shelf.add(form.fields(), WebUrl.parse(first).map(WebUrl::host).orElse("audit"), clock.instant());
        desk.begin(id, wanted);
        return Reply.seeOther(root + "/" + language + "/audits/" + id);
    }

    private Reply list(Paper paper) throws IOException {
        return page(new ListView(paper, history.entries(), shelf.folder().toString()).page());
    }

    private Reply act(Paper paper, String id, String what) throws IOException {
        switch (what) {
            case "stop" -> desk.stop(id);
            case "resume" -> desk.goOn(id);
            case "delete" -> {
                if (desk.isBusyWith(id)) {
                    return Reply.page(
                            CONFLICT, Reply.Policy.PAGE, new MessageView(paper).page("busy", "", AUDITS + "/" + id));
                }
                desk.forget(id);
                shelf.delete(id);
                return Reply.seeOther(paper.to(AUDITS));
            }
            default -> {
                return missing(paper);
            }
        }
        return Reply.seeOther(paper.to(AUDITS + "/" + id));
    }

    private Reply read(Paper paper, String id, Request request) throws IOException {
        return switch (request.part(3)) {
            case "" -> audit(paper, id);
            case "progress" -> progress(paper, id);
            case "files" -> file(paper, id, request.part(4));
            case "verify" -> verify(paper, id);
            case "compare" -> compare(paper, id, request.query().text("with"));
            case "delete" ->
                page(new MessageView(paper)
                        .delete(history.entry(id), shelf.report(id).toString()));
            default -> missing(paper);
        };
    }

    private Reply audit(Paper paper, String id) throws IOException {
        History.Entry entry = history.entry(id);
        if (entry.isBusy() && entry.live().isPresent()) {
            return Reply.page(OK, Reply.Policy.LIVE, progressView(paper, entry).page());
        }
        return page(new AuditView(
                        paper,
                        entry,
                        shelf.files(id),
                        shelf.report(id).toString(),
                        shelf.asked(id).isPresent(),
                        others(entry))
                .page());
    }

    private ProgressView progressView(Paper paper, History.Entry entry) {
        return new ProgressView(
                paper, entry.id(), entry.site(), entry.live().orElseThrow(), desk.before(entry.id()), clock.instant());
    }

    private Reply progress(Paper paper, String id) {
        History.Entry entry = history.entry(id);
        return Reply.of(
                "application/json", entry.isBusy() ? progressView(paper, entry).json() : "{\"state\":\"OVER\"}");
    }

    /** Those that began earlier; of the same site first. */
    private List<History.Entry> others(History.Entry entry) throws IOException {
        Optional<AuditSummary> own = entry.report();
        if (own.isEmpty()) {
            return List.of();
        }
        List<History.Entry> earlier = history.entries().stream()
                .filter(other -> other.report()
                        .filter(report -> report.started().isBefore(own.get().started()))
                        .isPresent())
                .toList();
        return Stream.concat(
                        earlier.stream().filter(other -> other.site().equals(entry.site())),
                        earlier.stream().filter(other -> !other.site().equals(entry.site())))
                .toList();
    }

    private Reply file(Paper paper, String id, String name) {
        Optional<Path> file = shelf.file(id, name);
        if (file.isEmpty() || desk.isBusyWith(id)) {
            return missing(paper);
        }
        FileKinds.Kind kind = FileKinds.of(name);
        return Reply.file(file.get(), kind.type(), kind.shown());
    }

    private Reply verify(Paper paper, String id) {
        try {
            Verification found =
                    Verification.of(shelf.report(id), Optional.empty(), LocalDate.now(clock.withZone(shelf.zone())));
            return page(new VerifyView(paper, id, found).page());
        } catch (IOException unchecked) {
            return page(new MessageView(paper)
                    .page("unverified", String.valueOf(unchecked.getMessage()), AUDITS + "/" + id));
        }
    }

    private Reply compare(Paper paper, String id, String with) {
        if (!shelf.has(with)) {
            return missing(paper);
        }
        try {
            AuditRecord earlier = JsonReport.read(shelf.report(with).resolve(JsonReport.FILE));
            AuditRecord later = JsonReport.read(shelf.report(id).resolve(JsonReport.FILE));
            return page(new CompareView(paper, id, earlier, later, Comparison.of(earlier, later)).page());
        } catch (IOException unreadable) {
            return page(new MessageView(paper)
                    .page("uncompared", String.valueOf(unreadable.getMessage()), AUDITS + "/" + id));
        }
    }
}
