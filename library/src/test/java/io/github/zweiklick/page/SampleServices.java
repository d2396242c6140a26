package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.AddressPattern;
import io.github.zweiklick.catalogue.AddressTemplate;
import io.github.zweiklick.catalogue.Capture;
import io.github.zweiklick.catalogue.Companions;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.EmbedKind.Content;
import io.github.zweiklick.catalogue.EmbedKind.Treatment;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.FrameRules;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.url.WebUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Three invented services with one kind of everything, recognised by plain patterns. */
final class SampleServices implements Recogniser {
    private static final Capture ID =
            new Capture(Capture.Type.TOKEN, true, Optional.of(Pattern.compile("[0-9]{1,20}")), List.of(), 20);

    static final Service NETZ = service(
            "netz",
            "Netz",
            List.of("netz.example", "*.netz.example"),
            List.of(
                    kind(
                            "post",
                            Treatment.PLACEHOLDER,
                            List.of(
                                    address("netz.example", "/[a-z.]+/posts/(?<id>[0-9]+)"),
                                    address("netz.example", "/plugins/post/(?<id>[0-9]+)")),
                            List.of(
                                    form("blockquote", "netz-post", "link:last"),
                                    form("div", "netz-post", "data-href"))),
                    kind(
                            "share",
                            Treatment.LINK,
                            List.of(address("netz.example", "/share/(?<id>[0-9]+)")),
                            List.of(form("a", "netz-share", "href"))),
                    kind(
                            "like",
                            Treatment.DEAD,
                            List.of(address("netz.example", "/plugins/like")),
                            List.of(
                                    form("div", "netz-like", ""),
                                    new Form(
                                            "netz:like",
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Map.of())))),
            new Companions(
                    List.of(address("connect.netz.example", "/.*sdk\\.js"), address("netz.example", "/tr")),
                    List.of("netzInit("),
                    List.of(new Companions.Helper("div", "netz-root"))));

    static final Service FILM = service(
            "film",
            "Filmportal",
            List.of("*.film.example"),
            List.of(kind(
                    "video",
                    Treatment.PLACEHOLDER,
                    List.of(address("film.example", "/(?:embed|watch)/(?<id>[0-9]+)")),
                    List.of())),
            new Companions(List.of(), List.of(), List.of()));

    static final Service TUSK = service(
            "tusk",
            "Tusk",
            List.of(),
            List.of(kind(
                    "post",
                    Treatment.PLACEHOLDER,
                    List.of(address("{host}", "/@[a-z]+/(?<id>[0-9]+)/embed")),
                    List.of(form("blockquote", "tusk-embed", "data-embed-url")))),
            new Companions(List.of(address("{host}", "/embed\\.js")), List.of(), List.of()));

    @Override
    public List<Service> services() {
        return List.of(NETZ, FILM, TUSK);
    }

    @Override
    public Optional<Embed> recognise(WebUrl address) {
        return find(address, services(), false);
    }

    @Override
    public Optional<Embed> recogniseLink(WebUrl address) {
        return find(address, services(), true);
    }

    @Override
    public Optional<Embed> recognise(Service service, EmbedKind kind, WebUrl address) {
        return find(address, List.of(service), true)
                .filter(embed -> embed.kind().equals(kind));
    }

    private static Optional<Embed> find(WebUrl address, List<Service> services, boolean anyHost) {
        for (Service service : services) {
            for (EmbedKind kind : service.embeds()) {
                for (AddressPattern pattern : kind.addresses()) {
                    Matcher matcher = pattern.path().matcher(address.path());
                    if (isAt(pattern, address, anyHost) && matcher.matches()) {
                        Map<String, String> captures = new HashMap<>();
                        if (pattern.path().pattern().contains("<id>")) {
                            captures.put("id", matcher.group("id"));
                        }
                        return Optional.of(new Embed(service, kind, captures));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAt(AddressPattern pattern, WebUrl address, boolean anyHost) {
        String host = address.host().replaceFirst("\\.$", "");
        return pattern.hosts().stream()
                .anyMatch(
                        known -> known.equals("{host}") ? anyHost : host.equals(known) || host.equals("www." + known));
    }

    @Override
    public Optional<Embed> rebuild(String serviceId, String kindId, Map<String, String> captures) {
        return services().stream()
                .filter(service -> service.id().equals(serviceId))
                .flatMap(service -> service.embed(kindId).map(kind -> new Embed(service, kind, captures)).stream())
                .filter(embed -> captures.containsKey("id"))
                .findFirst();
    }

    @Override
    public Optional<Service> companion(WebUrl address) {
        return services().stream()
                .filter(service -> service.companions().resources().stream()
                        .anyMatch(pattern -> isAt(pattern, address, true)
                                && pattern.path().matcher(address.path()).matches()))
                .findFirst();
    }

    @Override
    public Optional<Service> serviceOfHost(String host) {
        return services().stream()
                .filter(service -> service.hosts().contains(host))
                .findFirst();
    }

    private static Service service(
            String id, String name, List<String> hosts, List<EmbedKind> kinds, Companions companions) {
        FrameRules frame =
                new FrameRules(hosts, List.of(), List.of(), List.of(), List.of(), FrameRules.Referrer.NONE, true);
        return new Service(id, name, hosts, kinds, companions, frame, Optional.empty());
    }

    private static EmbedKind kind(String id, Treatment treatment, List<AddressPattern> addresses, List<Form> forms) {
        return new EmbedKind(
                id,
                Content.POST,
                treatment,
                Map.of("id", ID),
                addresses,
                forms,
                Optional.empty(),
                Optional.empty(),
                new AddressTemplate("https://netz.example/{id}", Map.of()),
                new EmbedKind.Size(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static AddressPattern address(String host, String path) {
        return new AddressPattern(List.of(host), Pattern.compile(path), Map.of(), Map.of(), Optional.empty());
    }

    private static Form form(String element, String className, String address) {
        return new Form(
                element,
                Optional.of(className),
                Optional.empty(),
                Optional.of(address).filter(name -> !name.isEmpty()),
                Map.of());
    }
}
