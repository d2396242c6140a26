package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.ConfigurationPart;
import io.github.zweiklick.Mode;
import io.github.zweiklick.Protection;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.url.WebUrl;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Protects the pages of a web application and answers Zweiklick's endpoints.
 *
 * <p>Usually nobody needs to name this class: {@link ZweiklickInitializer} registers it. Where that cannot be, declare
 * it <em>first</em>, for {@code /*}, with asynchronous support and for all dispatcher types. Each response passes it
 * once, however many forwards and includes there are.
 */
public final class ZweiklickFilter implements Filter {
    static final String WAITING = "zweiklick.waiting";

    private final Optional<Zweiklick> given;
    private final List<ConfigurationPart> parts;
    private Optional<Supplier<RunningSite>> site = Optional.empty();

    /**
     * Reads its configuration when it is initialised, and again when it changes: see {@code docs/servlet-containers.md}
     * for where it may be.
     */
    public ZweiklickFilter() {
        this(new ConfigurationPart[0]);
    }

    /**
     * As {@link #ZweiklickFilter()}, and lets other modules read members of their own in the same file.
     *
     * @param parts told of their member whenever the file is read
     */
    public ZweiklickFilter(ConfigurationPart... parts) {
        this.given = Optional.empty();
        this.parts = List.of(parts);
    }

    /** @param zweiklick stays the caller's, who closes it after the filter was destroyed */
    public ZweiklickFilter(Zweiklick zweiklick) {
        this.given = Optional.of(zweiklick);
        this.parts = List.of();
    }

    /** @throws ServletException where the configuration is wrong; its message says what to write */
    @Override
    public void init(FilterConfig config) throws ServletException {
        try {
            FilterParameters parameters = new FilterParameters(config);
            parameters
                    .number(WAITING, "how many writers of large pages may wait for memory at once")
                    .ifPresent(PageMemory.OF_APPLICATION::mostWaiting);
            Supplier<RunningSite> running = given.isPresent() ? always(given.get()) : watched(config);
            site = Optional.of(running);
            Log.LOGGER.log(System.Logger.Level.INFO, running.get().zweiklick().summary());
        } catch (ConfigurationException | IOException wrong) {
            throw new ServletException("Zweiklick does not start: " + wrong.getMessage(), wrong);
        }
    }

    private static Supplier<RunningSite> always(Zweiklick zweiklick) {
        RunningSite running = RunningSite.of(zweiklick);
        return () -> running;
    }

    private Supplier<RunningSite> watched(FilterConfig config) throws IOException {
        ServletContext context = config.getServletContext();
        return new ConfigurationWatch(
                ConfigurationFile.of(
                        context, Optional.ofNullable(config.getInitParameter(ConfigurationFile.PARAMETER)), parts),
                new FilterParameters(config).reread(),
                context.getContextPath(),
                System::nanoTime);
    }

    /**
     * Whether a request is answered here from memory, with few bytes, and no file is looked at for it: a server may let a thread
     * do so that must not wait.
     *
     * @param path below the context path, as in the address
     */
    public boolean isAtHand(String method, String path) {
        return method.equals("GET")
                && site.filter(current -> !(current instanceof ConfigurationWatch watch && watch.isDue()))
                        .filter(current -> current.get().zweiklick().isAtHand(path))
                        .isPresent();
    }

    /**
     * Bytes of a request's body for which a thread waits before the request is answered here, at most; 0 where nothing of it is read
     * here. A server may read them before, without a thread that waits.
     *
     * @param path below the context path, decoded
     */
    public int mostBody(String method, String path) {
        return site.map(current -> current.get().endpoints().mostBody(method, path))
                .orElse(0);
    }

    @Override
    public void destroy() {
        site.filter(ConfigurationWatch.class::isInstance)
                .map(ConfigurationWatch.class::cast)
                .ifPresent(ConfigurationWatch::close);
        site = Optional.empty();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
            Optional<GuardedResponse> around = GuardedResponse.within(response);
            Optional<ObservedResponse> observed = ObservedResponse.within(response);
            if (around.isPresent()) {
                within(around.get(), httpRequest, httpResponse, chain);
            } else if (observed.isPresent()) {
                chain.doFilter(request, response);
                if (request.getDispatcherType() == DispatcherType.FORWARD) {
                    observed.get().forwardEnds();
                }
            } else {
                first(httpRequest, httpResponse, chain);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private void first(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            // An include whose page does not pass the filter is a fragment of something the filter never sees.
            chain.doFilter(request, response);
            return;
        }
        Passage passage = Passage.begin(
                request, site.orElseThrow(() -> new ServletException("ZweiklickFilter has not been initialised")));
        if (passage.mode().isEmpty()) {
            chain.doFilter(request, response);
        } else {
            pass(passage.site(), passage.mode().get(), request, response, chain);
        }
    }

    private static void pass(
            RunningSite running, Mode mode, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<WebUrl> address = running.addresses().of(request);
        if (address.isEmpty()) {
            if (mode == Mode.OBSERVE) {
                chain.doFilter(request, response);
            } else {
                badRequest(response);
            }
            return;
        }
        Zweiklick zweiklick = running.zweiklick();
        String path = OriginalRequest.of(request).path();
        boolean endpoint = request.getDispatcherType() == DispatcherType.REQUEST
                && zweiklick.isEndpoint(path)
                && !zweiklick.isAdministration(path);
        Protection protection = zweiklick.protection(address.get(), request.getContextPath(), mode);
        lookAtEarlierHeaders(protection, response, endpoint);
        if (endpoint) {
            running.endpoints().answer(request, response, path, address.get());
        } else if (mode == Mode.OBSERVE) {
            observe(
                    new ObservedResponse(
                            response, protection, zweiklick.configuration().maxPage(), PageMemory.OF_APPLICATION),
                    request,
                    chain);
        } else {
            guard(running, protection, request, response, chain);
        }
    }

    private static void guard(
            RunningSite running,
            Protection protection,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        Configuration configuration = running.zweiklick().configuration();
        PageRules rules = new PageRules(
                protection,
                configuration.maxPage(),
                configuration.onFailure(),
                running.tags(),
                PageMemory.OF_APPLICATION);
        BrowserRequest asked = BrowserRequest.of(request);
        GuardedResponse guarded = new GuardedResponse(response, rules, asked);
        pass(guarded, new PageRequest(request, asked, guarded), guarded, chain);
    }

    private static void observe(ObservedResponse observed, HttpServletRequest request, FilterChain chain)
            throws IOException, ServletException {
        boolean ended = false;
        try {
            chain.doFilter(new ObservedRequest(request, observed), observed);
            if (!observed.isAsync()) {
                observed.examine();
            }
            ended = true;
        } finally {
            if (!ended) {
                observed.leaveAlone();
            }
        }
    }

    /** What the server or a filter before this one has set. */
    private static void lookAtEarlierHeaders(Protection protection, HttpServletResponse response, boolean endpoint) {
        for (String name : response.getHeaderNames()) {
            for (String value : response.getHeaders(name)) {
                protection.lookAtEarlier(name, value, endpoint);
            }
        }
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
        boolean ended = false;
        try {
            chain.doFilter(request, response);
            if (guarded.isAsync()) {
                guarded.passEnds();
            } else {
                guarded.finish();
            }
            ended = true;
        } finally {
            if (!ended) {
                // The container shows an error in its place.
                guarded.leaveAlone();
            }
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
        byte[] reason = "The request names no host, or its Forwarded and X-Forwarded headers name two.\n"
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(reason.length);
        response.getOutputStream().write(reason);
    }
}
