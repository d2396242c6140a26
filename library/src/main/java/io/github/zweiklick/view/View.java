package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Asker;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.page.PageMarkup;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes all that visitors see; built once. Thread-safe. */
public final class View {
    final Texts texts;
    final ViewSettings settings;
    final NoticeArchive archive;
    final Embedded embedded;
    final Notices notices;
    final Assets assets = new Assets();
    final PlaceholderMarkup placeholders;
    final WrittenPosts posts = new WrittenPosts();
    private final List<Service> offered;
    private final Map<String, Service> services;
    private final Texts officers;

    private View(ViewSettings settings, List<Service> services, Clock clock, FindingSink findings) {
        Presentation presentation = settings.presentation();
        this.texts = Texts.of(presentation.languages(), presentation.texts());
        this.officers = texts.ofOfficers();
        this.settings = settings;
        this.archive = new NoticeArchive(presentation.archive(), clock, findings);
        this.embedded = new Embedded(presentation.embedded());
        this.notices = new Notices(texts, settings, archive);
        this.services = services.stream().collect(Collectors.toUnmodifiableMap(Service::id, service -> service));
        this.offered = services.stream().filter(Service::isOffered).toList();
        this.placeholders = new PlaceholderMarkup(notices, settings);
    }

    /**
     * A view.
     *
     * @param services all there are
     * @param findings are told what cannot be kept
     */
    public static View of(ViewSettings settings, List<Service> services, Clock clock, FindingSink findings) {
        return new View(settings, services, clock, findings);
    }

    /** The services that visitors can be asked to allow: there is nothing to be told of others. */
    public List<Service> offered() {
        return offered;
    }

    /**
     * The markup of one page.
     *
     * @param base absolute path of the endpoints, such as {@code /zweiklick}
     * @param policies values of the response's own Content-Security-Policy headers
     * @param guarding which pages get the guard
     */
    public PageMarkup page(String base, List<String> policies, Guarding guarding) {
        ContentPolicy policy = ContentPolicy.of(policies);
        return new PlaceholderView(
                this, base, policy, new GuardMarkup(assets, base, policy, guarding), Asker.PAGE, embedded::add);
    }

    /** The markup of a fragment that anybody may ask for: what it shows is not what the site embeds. */
    public PageMarkup fragment(String base) {
        ContentPolicy policy = ContentPolicy.of(List.of());
        return new PlaceholderView(
                this, base, policy, new GuardMarkup(assets, base, policy, Guarding.NONE), Asker.ANYBODY, service -> {});
    }

    /** A service by its id. */
    Optional<Service> service(String id) {
        return Optional.ofNullable(services.get(id));
    }

    Links links(String base) {
        return new Links(settings.ledOut(), base);
    }

    /** Documents of the endpoints. */
    public Documents documents(String base) {
        return new Documents(this, base);
    }

    public Texts texts() {
        return texts;
    }

    /** Of the pages for those who look after the site. */
    public Texts officers() {
        return officers;
    }

    public Assets assets() {
        return assets;
    }

    /** Whether a version of a service's notice is the present one. */
    public boolean isPresent(Service service, String version) {
        return notices.version(service).filter(version::equals).isPresent();
    }
}
