package io.github.zweiklick.demo;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import io.github.zweiklick.gateway.EmbeddedGateway;
import io.github.zweiklick.gateway.GatewayException;
import jakarta.servlet.http.HttpServlet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any site behind the gateway, and the bench beside it. */
final class UpstreamSite implements AutoCloseable {
    private final EmbeddedGateway gateway;
    private final Zweiklick zweiklick;
    private final Comparisons comparisons;

    private UpstreamSite(EmbeddedGateway gateway, Zweiklick zweiklick, Comparisons comparisons) {
        this.gateway = gateway;
        this.zweiklick = zweiklick;
        this.comparisons = comparisons;
    }

    /**
     * Starts it, and measures the first page.
     *
     * @throws DemoException if the port is taken or the address is not this machine's
     */
    static UpstreamSite start(DemoOptions options, UpstreamAddress upstream) throws Exception {
        EmbeddedGateway gateway = new EmbeddedGateway(upstream.origin());
        Zweiklick zweiklick = Zweiklick.of(Settings.configuration(options, Map.of(), List.of(gateway.part())));
        List<String> own = zweiklick.configuration().own().stream()
                .map(Configuration.OwnHost::host)
                .toList();
        Comparisons comparisons = new Comparisons(upstream, own, new Audit(options.audit()));
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            servlets.put(BenchServlet.PATHS.in(language) + "/*", new ComparisonServlet(comparisons, gateway::origin));
        }
        try {
            gateway.start(options.bind(), options.port(), zweiklick, servlets);
        } catch (GatewayException refused) {
            zweiklick.close();
            throw new DemoException(String.valueOf(refused.getMessage()), refused);
        } catch (Exception | Error e) {
            zweiklick.close();
            throw e;
        }
        comparisons.begin(gateway.origin(), upstream.path());
        return new UpstreamSite(gateway, zweiklick, comparisons);
    }

    String origin() {
        return gateway.origin();
    }

    @Override
    public void close() {
        comparisons.close();
        try {
            gateway.close();
        } finally {
            zweiklick.close();
        }
    }
}
