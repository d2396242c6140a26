package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.PageMarkup;
import java.util.List;
import java.util.Optional;

/** Makes all that visitors see; built once. Thread-safe. */
public final class View {
    final Texts texts;
    final ViewSettings settings;
    final Notices notices;
    final Assets assets = new Assets();
    private final PlaceholderMarkup placeholders;

    private View(Texts texts, ViewSettings settings) {
        this.texts = texts;
        this.settings = settings;
        this.notices = new Notices(settings);
        this.placeholders = new PlaceholderMarkup(notices, settings);
    }

    public static View of(Texts texts, ViewSettings settings) {
        return new View(texts, settings);
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
                texts,
                assets,
                placeholders,
                base,
                policy,
                links(base),
                new GuardMarkup(assets, base, policy, guarding));
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

    public Assets assets() {
        return assets;
    }

    /** The language in which a version of a service's notice is written; empty where it is no present version. */
    public Optional<Wording> languageOfNotice(Service service, String version) {
        return texts.all().stream()
                .filter(wording -> notices.of(service, wording, Optional.empty())
                        .filter(notice -> notice.version().equals(version))
                        .isPresent())
                .findFirst();
    }
}
