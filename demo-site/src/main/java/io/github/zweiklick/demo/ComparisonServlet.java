package io.github.zweiklick.demo;

import io.github.zweiklick.html.HtmlBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** The test bench beside a site that is not the demo's: whom its visitors contact today, and behind Zweiklick. */
final class ComparisonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String JSON = "/stand.json";
    private static final String MEASURE = "/messung";

    /** What the page needs, by its place below the page's path. */
    private static final Map<String, String> ASSETS =
            Map.of("/stadt.css", "text/css;charset=utf-8", "/pruefstand.js", "text/javascript;charset=utf-8");

    private final transient Comparisons comparisons;
    private final transient Supplier<String> origin;

    /** @param origin where the site is served behind Zweiklick */
    ComparisonServlet(Comparisons comparisons, Supplier<String> origin) {
        this.comparisons = comparisons;
        this.origin = origin;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.ofPath(request.getRequestURI());
        String below = below(request, language);
        if (ASSETS.containsKey(below)) {
            Document.of(ASSETS.get(below), Resources.bytes("city/assets" + below))
                    .send(request, response, HttpServletResponse.SC_OK);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        Comparisons.Standing standing = comparisons.standing();
        switch (below) {
            case "" -> Document.html(page(standing, language)).send(request, response, HttpServletResponse.SC_OK);
            case JSON ->
                Document.of("application/json", JsonMapper.shared().writeValueAsBytes(standing))
                        .send(request, response, HttpServletResponse.SC_OK);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Measures a page; another site's page cannot make it do so. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.ofPath(request.getRequestURI());
        if (!below(request, language).equals(MEASURE)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!isOwn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            comparisons.begin(origin.get(), comparisons.upstream().pathOf(request.getParameter("seite")));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", BenchServlet.PATHS.in(language));
        }
    }

    /** Fetch Metadata is there on https and this machine only; elsewhere forms name their origin. */
    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String from = request.getHeader("Origin");
        return from == null || from.equals("http://" + request.getHeader("Host"));
    }

    private static String below(HttpServletRequest request, Language language) {
        return request.getRequestURI().substring(BenchServlet.PATHS.in(language).length());
    }

    private String page(Comparisons.Standing standing, Language language) {
        ComparisonView view = new ComparisonView(new Texts("upstream", language), language, comparisons, standing);
        boolean running = standing.last().filter(Comparison::isRunning).isPresent();
        return new FileTemplate(Resources.text("upstream/" + language.code() + "/page.html"))
                .fill(name -> switch (name) {
                    case "site" -> escaped(comparisons.upstream().origin());
                    case "path" ->
                        escaped(standing.last()
                                .map(Comparison::path)
                                .orElse(comparisons.upstream().path()));
                    case "here" ->
                        escaped(origin.get()
                                + standing.last()
                                        .map(Comparison::path)
                                        .orElse(comparisons.upstream().path()));
                    case "refresh" -> running ? "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>" : "";
                    case "standing" -> view.html().toString();
                    default -> throw new IllegalStateException("The bench asks for {{" + name + "}}");
                });
    }

    private static String escaped(String text) {
        return new HtmlBuilder().text(text).toHtml().toString();
    }
}
