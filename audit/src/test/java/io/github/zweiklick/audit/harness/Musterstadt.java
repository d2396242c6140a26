package io.github.zweiklick.audit.harness;

import io.github.zweiklick.audit.selftest.LeakCorpus;
import io.github.zweiklick.audit.selftest.LeakHosts;
import io.github.zweiklick.audit.selftest.LeakPage;
import java.util.Objects;

/** A small city site of our own, clean and leaking, and a simulated network under a real name. */
final class Musterstadt {

    static final String HOST = "www.musterstadt.test";

    static final String NETWORK = "www.facebook.com";

    /** What {@code /leck} shows. */
    static final LeakPage LEAK = LeakCorpus.page("basic");

    /** Stops requests, neither DNS nor sockets of frames and hints. */
    private static final String POLICY =
            Objects.requireNonNull(LeakCorpus.page("policy").headers().get("Content-Security-Policy"), "the policy");

    private static final String CLEAN = """
            <!doctype html><html lang=de><meta charset=utf-8><title>Musterstadt</title>
            <link rel=stylesheet href=/stil.css><script src=/skript.js defer></script>
            <h1>Musterstadt</h1><img src=/wappen.png alt=Wappen>
            <p><a href=/seite>Seite</a> <a href=https://www.nachbarstadt.test/>Nachbarstadt</a></p>
            <div style='height: 3000px'></div><iframe src=/rahmen title=Rahmen></iframe>""";

    private static final String CONSENT = """
            <!doctype html><html lang=de><meta charset=utf-8><title>Einwilligung</title><link rel=icon href=data:,>
            <button id=once>Einmal</button><p id=place></p>
            <script>
              document.getElementById('once').onclick = event => {
                document.title = 'active ' + navigator.userActivation.isActive + ' trusted ' + event.isTrusted;
                document.cookie = 'choice=yes';
                localStorage.setItem('merken', 'wert');
                sessionStorage.setItem('sitzung', 'wert');
                const frame = document.createElement('iframe');
                frame.src = 'https://www.facebook.com/plugins/post.php';
                document.getElementById('place').append(frame);
              };
            </script>""";

    private Musterstadt() {}

    static void serve(ContactHarness harness) {
        harness.serve(HOST, request -> switch (request.path()) {
            case "/leck" -> leak("/");
            case "/leck-mit-csp" -> leak("/").with("Content-Security-Policy", POLICY);
            case "/worker.js" -> leak("/worker.js").with("Content-Security-Policy", workerPolicy(request));
            case "/einwilligung" -> SiteResponse.page(CONSENT);
            case "/stil.css" -> SiteResponse.of("text/css", "h1 { color: navy }");
            case "/skript.js" -> SiteResponse.of("text/javascript", "document.title += '!';");
            case "/wappen.png", "/favicon.ico" -> SiteResponse.of("image/png", "");
            default -> SiteResponse.page(CLEAN).with("X-DNS-Prefetch-Control", "off");
        });
        harness.serve(
                NETWORK,
                request -> SiteResponse.page("<!doctype html><title>Beitrag</title>Beitrag")
                        .with("Set-Cookie", "datr=x; Secure; SameSite=None; Path=/"));
    }

    private static SiteResponse leak(String path) {
        return LEAK.answer(path, LeakHosts.named());
    }

    /** A worker follows its own response's policy, not the page's. */
    private static String workerPolicy(SiteRequest request) {
        return request.header("Referer").orElse("").endsWith("/leck-mit-csp") ? POLICY : "";
    }
}
