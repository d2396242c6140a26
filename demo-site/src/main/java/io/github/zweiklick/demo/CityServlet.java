package io.github.zweiklick.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Serves the city: its pages, its search, its style and pictures. */
final class CityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern ASSET = Pattern.compile("/assets/((?:[a-z0-9-]+/)*[a-z0-9-]+\\.(css|svg|js))");
    private static final PerLanguage<String> SEARCH = new PerLanguage<>("/suche", "/en/search");

    private final transient City city;
    private final transient Search search;

    CityServlet(City city) {
        this.city = city;
        this.search = new Search(city);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.equals("/en") || path.equals("/ohne") || path.equals("/ohne/en")) {
            response.sendRedirect(path + "/");
            return;
        }
        Optional<Document> page = city.at(path).or(() -> asset(path));
        if (page.isPresent()) {
            page.get().send(request, response, HttpServletResponse.SC_OK);
            return;
        }
        World world = path.startsWith(Layout.UNPROTECTED_PREFIX + "/") ? World.UNPROTECTED : World.PROTECTED;
        String inCity = world == World.PROTECTED ? path : path.substring(Layout.UNPROTECTED_PREFIX.length());
        Language language = Language.ofPath(inCity);
        if (inCity.equals(SEARCH.in(language))) {
            String query = Optional.ofNullable(request.getParameter("q")).orElse("");
            page(search.results(query, language, SEARCH), language, world)
                    .send(request, response, HttpServletResponse.SC_OK);
            return;
        }
        PerLanguage<String> homes = new PerLanguage<>("/", "/en/");
        page(City.parts("missing", language, homes, "", false), language, world)
                .send(request, response, HttpServletResponse.SC_NOT_FOUND);
    }

    private Document page(Layout.Parts parts, Language language, World world) {
        return city.page(parts, language, world);
    }

    private static Optional<Document> asset(String path) {
        var match = ASSET.matcher(path);
        if (!match.matches() || !Resources.exists("city/assets/" + match.group(1))) {
            return Optional.empty();
        }
        return Optional.of(Document.of(type(match.group(2)), Resources.bytes("city/assets/" + match.group(1))));
    }

    private static String type(String extension) {
        return switch (extension) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            default -> "image/svg+xml";
        };
    }
}
