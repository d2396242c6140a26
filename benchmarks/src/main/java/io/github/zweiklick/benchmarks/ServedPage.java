package io.github.zweiklick.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.page.Rewrite;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page from memory by five ways: as it is; as the filter would send it, made once; rewritten by the servlet itself; through
 * the filter, examined anew each time; through the filter. Runs in a process of its own, whose CPU time and allocation it tells.
 */
final class ServedPage extends HttpServlet {
    /** What is served below which path. */
    enum Path {
        PLAIN,
        /** Rewritten once: it is longer, and that alone costs. */
        READY,
        /** Rewritten each time by the servlet. */
        REWRITTEN,
        /** The same by the filter. */
        ANEW,
        /** By the filter as it is without settings: it keeps what comes again. */
        FILTERED,
        USED;

        String path() {
            return "/" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final long serialVersionUID = 1L;

    private final transient Page page;
    private final transient Zweiklick zweiklick;
    private final transient byte[] ready;

    ServedPage(Page page, Zweiklick zweiklick) {
        this.page = page;
        this.zweiklick = zweiklick;
        this.ready = rewritten();
    }

    /**
     * Serves until its input ends.
     *
     * @param arguments name of a {@link Container}, bytes of the page
     */
    public static void main(String[] arguments) throws Exception {
        java.util.logging.Logger silent = java.util.logging.Logger.getLogger("");
        silent.setLevel(java.util.logging.Level.SEVERE);
        Zweiklick anew = Zweiklick.of(Configuration.parse("{\"keepPages\": 0}", "zweiklick.json"));
        Page page = MadePages.withOneEmbed(Integer.parseInt(arguments[1]));
        int port = Container.valueOf(arguments[0])
                .start(new ServedPage(page, anew), Map.of(Path.ANEW, anew, Path.FILTERED, Zweiklick.create()));
        System.out.println(port);
        System.out.flush();
        while (System.in.read() >= 0) {
            // Nothing is said but the end.
        }
        System.exit(0);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = page.body();
        if (request.getServletPath().equals(Path.USED.path())) {
            body = used().getBytes(StandardCharsets.US_ASCII);
        } else if (request.getServletPath().equals(Path.REWRITTEN.path())) {
            body = rewritten();
        } else if (request.getServletPath().equals(Path.READY.path())) {
            body = ready;
        }
        response.setContentType(page.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] rewritten() {
        Rewrite rewrite =
                zweiklick.protection(page.address(), "").page(page.body(), Optional.of(page.contentType()), List.of());
        return rewrite instanceof Rewrite.Rewritten rewritten ? rewritten.body() : page.body();
    }

    /** Nanoseconds of CPU, of all threads and the collector; bytes allocated by the threads that live. */
    private static String used() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
        return system.getProcessCpuTime() + " " + allocated;
    }
}
