package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Protects the pages of a web application and answers Zweiklick's endpoints.
 *
 * <p>Usually nobody needs to name this class: {@link ZweiklickInitializer} registers it. Where that cannot be, declare
 * it <em>first</em>, for {@code /*}, with asynchronous support and for all dispatcher types. Each response passes it
 * once, however many forwards and includes there are.
 */
public final class ZweiklickFilter implements Filter {
    private static final String EXCLUDED = "io.github.zweiklick.servlet.excluded";

    private final Optional<Zweiklick> given;
    private Optional<Site> site = Optional.empty();

    /** What the filter needs once it is initialised. */
    private record Site(Zweiklick zweiklick, PublicAddress addresses, EndpointExchange endpoints, EntityTags tags) {
        static Site of(Zweiklick zweiklick) {
            Configuration configuration = zweiklick.configuration();
            return new Site(
                    zweiklick,
                    new PublicAddress(configuration),
                    new EndpointExchange(zweiklick, configuration.base()),
                    new EntityTags(version() + configuration));
        }

        private static String version() {
            return Optional.ofNullable(Zweiklick.class.getPackage().getImplementationVersion())
                    .orElse("");
        }
    }

    /** Reads its configuration when it is initialised: see {@code docs/servlet-containers.md} for where it may be. */
    public ZweiklickFilter() {
        given = Optional.empty();
    }

    /** @param zweiklick stays the caller's, who closes it after the filter was destroyed */
    public ZweiklickFilter(Zweiklick zweiklick) {
        given = Optional.of(zweiklick);
    }

    /** @throws ServletException where the configuration is wrong; its message says what to write */
    @Override
    public void init(FilterConfig config) throws ServletException {
        try {
            Zweiklick zweiklick = given.isPresent() ? given.get() : Zweiklick.of(new ConfigurationFile(config).read());
            site = Optional.of(Site.of(zweiklick));
            Log.LOGGER.log(System.Logger.Level.INFO, zweiklick.summary());
        } catch (ConfigurationException | IOException wrong) {
            throw new ServletException("Zweiklick does not start: " + wrong.getMessage(), wrong);
        }
    }

    @Override
    public void destroy() {
        if (given.isEmpty()) {
            site.ifPresent(running -> running.zweiklick().close());
        }
        site = Optional.empty();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
            Optional<GuardedResponse> around = GuardedResponse.within(response);
            if (around.isPresent()) {
                within(around.get(), httpRequest, httpResponse, chain);
            } else {
                first(httpRequest, httpResponse, chain);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private void first(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Site running = site.orElseThrow(() -> new ServletException("ZweiklickFilter has not been initialised"));
        if (isLeftAlone(running, request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<WebUrl> address = running.addresses().of(request);
        if (address.isEmpty()) {
            badRequest(response);
            return;
        }
        String path = OriginalRequest.of(request).path();
        boolean endpoint = request.getDispatcherType() == DispatcherType.REQUEST
                && running.zweiklick().isEndpoint(path);
        Protection protection = running.zweiklick().protection(address.get(), request.getContextPath());
        lookAtEarlierHeaders(protection, response, endpoint);
        if (endpoint) {
            running.endpoints().answer(request, response, path, address.get());
            return;
        }
        Configuration configuration = running.zweiklick().configuration();
        PageRules rules = new PageRules(protection, configuration.maxPage(), configuration.onFailure(), running.tags());
        BrowserRequest asked = BrowserRequest.of(request);
        GuardedResponse guarded = new GuardedResponse(response, rules, asked);
        pass(guarded, new PageRequest(request, asked, guarded), guarded, chain);
    }

    /** What the server or a filter before this one has set. */
    private static void lookAtEarlierHeaders(Protection protection, HttpServletResponse response, boolean endpoint) {
        for (String name : response.getHeaderNames()) {
            for (String value : response.getHeaders(name)) {
                protection.lookAtEarlier(name, value, endpoint);
            }
        }
    }

    /** What an excluded path forwards to, includes or shows as its error is left alone as well. */
    private static boolean isLeftAlone(Site running, HttpServletRequest request) {
        boolean excluded = request.getAttribute(EXCLUDED) != null
                || (request.getDispatcherType() != DispatcherType.ERROR
                        && running.zweiklick()
                                .isExcluded(OriginalRequest.of(request).path()));
        if (excluded) {
            request.setAttribute(EXCLUDED, true);
        }
        // An include whose page does not pass the filter is a fragment of something the filter never sees.
        return excluded || request.getDispatcherType() == DispatcherType.INCLUDE;
    }

    /** A dispatch inside a request that passed before. */
    private static void within(
            GuardedResponse guarded, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (request.getDispatcherType()) {
            case ASYNC -> pass(guarded, request, response, chain);
            case FORWARD -> {
                guarded.forwardBegins();
                chain.doFilter(request, response);
                if (!guarded.isAsync()) {
                    close(response);
                }
            }
            case REQUEST, INCLUDE, ERROR -> chain.doFilter(request, response);
        }
    }

    private static void pass(
            GuardedResponse guarded, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        guarded.passBegins();
        chain.doFilter(request, response);
        if (guarded.isAsync()) {
            guarded.passEnds();
        } else {
            guarded.finish();
        }
    }

    /**
     * Closes the response as the container does when a forward returns. Tomcat 11 suspends its own response there,
     * below all wrappers, without closing them: what is buffered would be lost.
     */
    private static void close(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().close();
        } catch (IllegalStateException writerInUse) {
            response.getWriter().close();
        }
    }

    private static void badRequest(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=utf-8");
        byte[] reason = "The Host header of the request names no host.\n".getBytes(StandardCharsets.UTF_8);
        response.setContentLength(reason.length);
        response.getOutputStream().write(reason);
    }
}
