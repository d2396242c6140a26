package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.AddressTemplate;
import io.github.zweiklick.catalogue.Capture;
import io.github.zweiklick.catalogue.Companions;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Facts;
import io.github.zweiklick.catalogue.Facts.Basis;
import io.github.zweiklick.catalogue.Facts.Source;
import io.github.zweiklick.catalogue.FrameRules;
import io.github.zweiklick.catalogue.PostDisplay;
import io.github.zweiklick.catalogue.ScriptTemplate;
import io.github.zweiklick.catalogue.Service;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Invented services for tests. */
public final class ExampleServices {
    private static final Source SOURCE =
            new Source(Facts.Quality.PROVIDER, "https://network.example/privacy", YearMonth.of(2026, 11));

    private ExampleServices() {}

    /** A network in Ireland that sends data to the USA under the Data Privacy Framework. */
    public static Service network() {
        return service("network", "Beispielnetz", false, Optional.of(facts(List.of(Basis.DATA_PRIVACY_FRAMEWORK))));
    }

    /** The same, without a decision that protects the data. */
    public static Service risky() {
        return service("network", "Beispielnetz", false, Optional.of(facts(List.of(Basis.STANDARD_CLAUSES))));
    }

    /** A network about which too little is known. */
    public static Service obscure() {
        return service("obscure", "Dunkelnetz", false, Optional.empty());
    }

    /** A network with servers of the visitor's choice. */
    public static Service federated() {
        Facts facts = new Facts(
                new Facts.Recipient(Optional.empty(), Optional.empty(), Optional.empty(), SOURCE),
                List.of(Facts.Data.IP_ADDRESS),
                List.of(Facts.Purpose.DELIVERY),
                new Facts.Transfer(List.of(), List.of(Basis.UNKNOWN), SOURCE),
                List.of(),
                false,
                "https://{host}/privacy-policy",
                Facts.JointControl.UNKNOWN);
        return service("federated", "Verbundnetz", true, Optional.of(facts));
    }

    /** A network that is a script only. */
    public static Service scripted() {
        EmbedKind kind = new EmbedKind(
                "post",
                EmbedKind.Content.POST,
                EmbedKind.Treatment.PLACEHOLDER,
                Optional.empty(),
                captures(false),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new ScriptTemplate(
                        new AddressTemplate("https://static.scripted.example/embed.js", Map.of()),
                        "blockquote",
                        Map.of("class", "scripted-post", "data-id", "{id}"))),
                new AddressTemplate("https://scripted.example/p/{id}", Map.of()),
                new EmbedKind.Size(Optional.empty(), Optional.of(400), Optional.empty()));
        return new Service(
                "scripted",
                "Skriptnetz",
                Service.Role.NETWORK,
                Optional.empty(),
                List.of("*.scripted.example"),
                List.of(kind),
                Companions.none(),
                new FrameRules(
                        List.of(),
                        List.of(),
                        List.of("static.scripted.example"),
                        List.of("allow-scripts", "allow-same-origin"),
                        List.of(),
                        FrameRules.Referrer.NONE,
                        false),
                PostDisplay.FREE,
                Optional.of(facts(List.of(Basis.STANDARD_CLAUSES))));
    }

    public static List<Service> all() {
        return List.of(network(), obscure(), federated(), scripted());
    }

    /** A post of a service; the captured host where it has hosts of choice. */
    public static Embed post(Service service) {
        return embed(service, "post");
    }

    public static Embed video(Service service) {
        return embed(service, "video");
    }

    private static Embed embed(Service service, String kind) {
        Map<String, String> captures = service.id().equals("federated")
                ? Map.of("host", "social.musterstadt.example", "id", "7")
                : Map.of("id", "7");
        return new Embed(service, service.embed(kind).orElseThrow(), captures);
    }

    private static Service service(String id, String name, boolean hosts, Optional<Facts> facts) {
        String host = hosts ? "{+host}" : "www." + id + ".example";
        return new Service(
                id,
                name,
                Service.Role.NETWORK,
                Optional.empty(),
                List.of("*." + id + ".example"),
                List.of(
                        kind("post", EmbedKind.Content.POST, host, hosts, Optional.empty()),
                        kind("video", EmbedKind.Content.VIDEO, host, hosts, Optional.of("16:9"))),
                Companions.none(),
                new FrameRules(
                        List.of(hosts ? "{host}" : "www." + id + ".example"),
                        List.of("*." + id + "-cdn.example"),
                        List.of(),
                        List.of("allow-scripts", "allow-same-origin", "allow-popups-to-escape-sandbox"),
                        List.of("fullscreen"),
                        id.equals("network") ? FrameRules.Referrer.ORIGIN : FrameRules.Referrer.NONE,
                        hosts),
                PostDisplay.FREE,
                facts);
    }

    private static EmbedKind kind(
            String id, EmbedKind.Content content, String host, boolean hosts, Optional<String> ratio) {
        return new EmbedKind(
                id,
                content,
                EmbedKind.Treatment.PLACEHOLDER,
                Optional.empty(),
                captures(hosts),
                List.of(),
                List.of(),
                Optional.of(new AddressTemplate("https://" + host + "/embed/" + id + "/{id}", Map.of())),
                Optional.empty(),
                new AddressTemplate("https://" + host + "/" + id + "/{id}", Map.of()),
                new EmbedKind.Size(Optional.empty(), Optional.of(420), ratio));
    }

    private static Map<String, Capture> captures(boolean hosts) {
        Capture id = new Capture(Capture.Type.TOKEN, true, Optional.of(Pattern.compile("[0-9]+")), List.of(), 20);
        Capture host = new Capture(Capture.Type.HOST, true, Optional.empty(), List.of(), 253);
        return hosts ? Map.of("host", host, "id", id) : Map.of("id", id);
    }

    private static Facts facts(List<Basis> bases) {
        return new Facts(
                new Facts.Recipient(
                        Optional.of("Beispielnetz Ireland Ltd"),
                        Optional.of("Example Road 1, Dublin"),
                        Optional.of("IE"),
                        SOURCE),
                List.of(Facts.Data.IP_ADDRESS, Facts.Data.BROWSER, Facts.Data.COOKIES),
                List.of(Facts.Purpose.DELIVERY, Facts.Purpose.ADVERTISING, Facts.Purpose.PROFILING),
                new Facts.Transfer(List.of("US"), bases, SOURCE),
                List.of(
                        new Facts.Cookie("visitor", new Facts.Lifetime.Lasting("P2Y"), SOURCE),
                        new Facts.Cookie("session", new Facts.Lifetime.Session(), SOURCE),
                        new Facts.Cookie("other", new Facts.Lifetime.Unknown(), SOURCE)),
                true,
                "https://www.network.example/privacy",
                Facts.JointControl.NONE_KNOWN);
    }
}
