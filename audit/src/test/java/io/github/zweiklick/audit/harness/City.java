package io.github.zweiklick.audit.harness;

import io.github.zweiklick.demo.Call;
import io.github.zweiklick.demo.DemoOptions;
import io.github.zweiklick.demo.DemoSite;
import io.github.zweiklick.demo.SimulatedNetworks;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.policy.HeaderLine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The demo city under a public name, and the networks it embeds under their real ones. */
public final class City implements AutoCloseable {
    public static final String HOST = "www.musterstadt.test";

    static final List<String> GERMAN_PAGES = List.of(
            "/",
            "/neues",
            "/neues/marktplatz",
            "/neues/radstation",
            "/neues/lesenacht",
            "/veranstaltungen",
            "/rathaus",
            "/buergerservice",
            "/stadtleben",
            "/mitmachen",
            "/impressum",
            "/datenschutz",
            "/barrierefreiheit",
            "/pruefstand");

    /** Every page of the city in German, and some in English. */
    static final List<String> PAGES = Stream.concat(
                    GERMAN_PAGES.stream(), Stream.of("/en/", "/en/news/market-square", "/en/events"))
            .toList();

    /** Pages with embed codes. */
    public static final List<String> PAGES_WITH_EMBEDS =
            List.of("/neues/marktplatz", "/neues/radstation", "/veranstaltungen", "/rathaus", "/stadtleben");

    /** The city's own Mastodon server has a name that is none in public: it stands in for itself. */
    public static final String CONFIGURATION = """
            {
              "trustedProxies": ["127.0.0.0/8"],
              "simulate": {"social.musterstadt.example": "https://social.musterstadt.example"}
            }
            """;

    private final DemoSite demo;
    private final Path configuration;

    private City(DemoSite demo, Path configuration) {
        this.demo = demo;
        this.configuration = configuration;
    }

    public static City open(ContactHarness harness) throws Exception {
        Path configuration = Files.createTempFile("zweiklick", ".json");
        Files.writeString(configuration, CONFIGURATION);
        DemoSite demo = DemoSite.start(
                new DemoOptions(0, "127.0.0.1", Optional.empty(), List.of(), Optional.of(configuration), true));
        URI origin = URI.create(demo.origin());
        harness.serve(HOST, Site.proxyTo(new InetSocketAddress(origin.getHost(), origin.getPort())));
        SimulatedNetworks networks = SimulatedNetworks.underRealNames();
        SimulatedNetworks.hosts().forEach(host -> harness.serve(host, request -> answer(networks, request)));
        return new City(demo, configuration);
    }

    /** Where the demo itself listens, for requests without a browser. */
    String origin() {
        return demo.origin();
    }

    private static SiteResponse answer(SimulatedNetworks networks, SiteRequest request) {
        URI target = URI.create(request.target());
        Reply reply = networks.answer(new Call(
                request.secure() ? "https" : "http",
                request.host(),
                target.getRawPath(),
                Optional.ofNullable(target.getRawQuery()).orElse(""),
                request::header));
        SiteResponse response = new SiteResponse(reply.status(), new HttpFields(List.of()), reply.body());
        for (HeaderLine header : reply.headers()) {
            response = response.with(header.name(), header.value());
        }
        return response;
    }

    @Override
    public void close() throws IOException {
        demo.close();
        Files.delete(configuration);
    }
}
