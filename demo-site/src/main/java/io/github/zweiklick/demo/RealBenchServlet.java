package io.github.zweiklick.demo;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands in for the bench where the networks are real and nobody can look into them. */
final class RealBenchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient City city;

    RealBenchServlet(City city) {
        this.city = city;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Language language = Language.ofPath(request.getRequestURI());
        city.page(City.parts("bench-real", language, BenchServlet.PATHS, "bench", false), language, World.PROTECTED)
                .send(request, response, HttpServletResponse.SC_OK);
    }
}
