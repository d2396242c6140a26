package io.github.zweiklick.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** The test bench: what the simulated networks learned from this visit, with and without protection. */
final class BenchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The bench's path in each language. */
    static final PerLanguage<String> PATHS = new PerLanguage<>("/pruefstand", "/en/pruefstand");

    private static final String JSON = "/stand.json";
    private static final String RESET = "/neu";

    private final transient City city;
    private final transient SimulatedNetworks networks;
    private final transient Consents consents;

    BenchServlet(City city, SimulatedNetworks networks, Consents consents) {
        this.city = city;
        this.networks = networks;
        this.consents = consents;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.ofPath(request.getRequestURI());
        String below = request.getRequestURI().substring(PATHS.in(language).length());
        Standing standing = Standing.of(networks, consents);
        response.setHeader("Cache-Control", "no-store");
        switch (below) {
            case "" -> page(standing, language).send(request, response, HttpServletResponse.SC_OK);
            case JSON ->
                Document.of("application/json", JsonMapper.shared().writeValueAsBytes(standing))
                        .send(request, response, HttpServletResponse.SC_OK);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.ofPath(request.getRequestURI());
        if (!request.getRequestURI().equals(PATHS.in(language) + RESET)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        networks.log().clear();
        consents.clear();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", PATHS.in(language));
    }

    private Document page(Standing standing, Language language) {
        Layout.Parts frame = City.parts("bench", language, PATHS, "bench", false);
        String content = new FileTemplate(frame.content()).fill(name -> {
            if (!name.equals("standing")) {
                throw new IllegalStateException("The bench asks for {{" + name + "}}");
            }
            return new BenchView(new Texts("city", language), standing).html().toString();
        });
        return city.page(
                new Layout.Parts(PATHS, frame.section(), frame.hints(), frame.title(), content),
                language,
                World.PROTECTED);
    }
}
