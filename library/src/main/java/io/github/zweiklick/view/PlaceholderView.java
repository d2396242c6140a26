package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.Asker;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import io.github.zweiklick.page.PageMarkup;
import io.github.zweiklick.page.PostOutcome;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.VideoPreviews.Preview;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The markup put into one page. */
final class PlaceholderView implements PageMarkup {
    private final View view;
    private final Texts texts;
    private final Assets assets;
    private final String base;
    private final ContentPolicy policy;
    private final Links links;
    private final GuardMarkup guard;
    private final Consumer<Service> met;
    private final VideoPreviews previews;
    private final PostsInPage posts;
    private boolean steady = true;

    /**
     * The markup of a page.
     *
     * @param asker on whose behalf networks are asked for videos
     * @param met is told of each service that is embedded
     */
    PlaceholderView(
            View view, String base, ContentPolicy policy, GuardMarkup guard, Asker asker, Consumer<Service> met) {
        this.view = view;
        this.met = met;
        this.texts = view.texts;
        this.assets = view.assets;
        this.base = base;
        this.policy = policy;
        this.links = view.links(base);
        this.guard = guard;
        this.previews = new VideoPreviews(view.settings, base, asker);
        this.posts = new PostsInPage(view, base, previews, this::bare);
    }

    @Override
    public Placeholder placeholder(Embed embed, Occurrence where) {
        steady &= !previews.areAskedFor(embed);
        Preview preview = previews.of(embed);
        Placeholder made = bare(embed, where.with(preview.title(), preview.poster()));
        return preview.lifetime().isEmpty() ? made : new Placeholder(made.before(), made.after(), preview.lifetime());
    }

    @Override
    public Optional<Former> again(String element, Rebuilding embeds) {
        return FormerPlaceholder.in(element)
                .flatMap(former -> former.embed(embeds)
                        .filter(Embed::isLoadable)
                        .map(embed -> again(former, embed))
                        .filter(again -> former.isSurrounded(
                                again.before().toString(), again.after().toString())));
    }

    private Former again(FormerPlaceholder former, Embed embed) {
        Wording wording = texts.of(former.language());
        Occurrence where = former.occurrence(embed, wording);
        Placeholder written = view.placeholders.write(embed, where, wording, base);
        return new Former(embed, where.poster(), written.before(), written.after());
    }

    @Override
    public void stands(Embed embed) {
        met.accept(embed.service());
    }

    /** With what the page says of it only. */
    private Placeholder bare(Embed embed, Occurrence where) {
        met.accept(embed.service());
        Wording wording = texts.of(where.language());
        if (where.place() == Place.INERT) {
            return new Placeholder(
                    Html.text(EmbedNames.of(embed, wording, where.title()).title()), Html.EMPTY);
        }
        return view.placeholders.of(embed, where, wording, base);
    }

    @Override
    public Html blockedFrame(String host, String address, Occurrence where) {
        Wording wording = texts.of(where.language());
        return BlockedMarkup.frame(host, address, where, wording, links);
    }

    @Override
    public Html plainLink(Embed embed, Occurrence where) {
        Wording wording = texts.of(where.language());
        EmbedNames names = EmbedNames.of(embed, wording, where.title());
        // The words of a pasted button are the network's: "Tweet" says nothing to most.
        String title = embed.kind().content() == EmbedKind.Content.SHARE
                ? wording.say("share", "service", names.service())
                : names.title();
        return where.place() == Place.INERT ? Html.text(title) : links.external(embed.original(), title, wording);
    }

    @Override
    public Html refreshLink(String address, Occurrence where) {
        return BlockedMarkup.refresh(address, texts.of(where.language()), links);
    }

    @Override
    public Html guard(BooleanSupplier scripts, boolean whole) {
        return guard.of(scripts, whole);
    }

    @Override
    public Html head() {
        return style().and(script());
    }

    private Html style() {
        if (policy.inlineStyle()) {
            return assets.pageStyleInside.with(
                    policy.styleNonce().map(nonce -> Map.of("nonce", nonce)).orElse(Map.of()));
        }
        return new HtmlBuilder()
                .open("link")
                .attribute("rel", "stylesheet")
                .attribute("href", assets.pageStyle.address(base))
                .closeVoid()
                .toHtml();
    }

    private Html script() {
        return script(assets.pageScript, Map.of());
    }

    /** The addresses of the endpoint are told, since a script does not know where the site's context begins. */
    @Override
    public Html linkScript(List<String> listed) {
        return script(assets.linkScript, Map.of("data-base", base, "data-hosts", String.join(" ", listed)));
    }

    private Html script(Asset asset, Map<String, String> data) {
        HtmlBuilder script = new HtmlBuilder()
                .open("script")
                .attribute("src", asset.address(base))
                .attribute("defer");
        new TreeMap<>(data).forEach(script::attribute);
        policy.scriptNonce().ifPresent(nonce -> script.attribute("nonce", nonce));
        return script.close().toHtml();
    }

    @Override
    public Html form() {
        return Html.literal("<form id=\"zweiklick-form\" method=\"post\" hidden=\"\"></form>");
    }

    @Override
    public Html entry(Optional<String> language) {
        if (!view.settings.presentation().remembering().isOffered()) {
            return Html.EMPTY;
        }
        Wording wording = texts.of(language);
        return new HtmlBuilder()
                .open("nav")
                .attribute("class", "zweiklick-entry")
                .attribute("aria-label", wording.say("settings.title"))
                .attribute("lang", wording.tag())
                .attribute("dir", wording.direction())
                .html(settingsLink(base, wording))
                .close()
                .toHtml();
    }

    @Override
    public Html settings(Occurrence where) {
        // Tells of what other pages embed.
        steady = false;
        Wording wording = texts.of(where.language());
        return switch (where.place()) {
            case FLOW -> new SettingsMarkup(view, base).of(view.offered(), wording, where.headingLevel());
            case PHRASING, NOSCRIPT -> settingsLink(base, wording);
            case INERT -> Html.text(wording.say("settings.link"));
        };
    }

    @Override
    public Html settingsHead() {
        return script(assets.settingsScript, Map.of());
    }

    @Override
    public Html shareBar(ShareBar bar, Occurrence where) {
        steady &= !bar.counts();
        return where.place() == Place.INERT
                ? Html.EMPTY
                : new ShareMarkup(links, base, view.settings.counts()).of(bar, where, texts.of(where.language()));
    }

    /** Its style stands at an address of its own: pages with placeholders only are not to carry it. */
    @Override
    public Html shareHead() {
        return new HtmlBuilder()
                .open("link")
                .attribute("rel", "stylesheet")
                .attribute("href", assets.shareStyle.address(base))
                .closeVoid()
                .toHtml()
                .and(script(assets.shareScript, Map.of()));
    }

    @Override
    public Set<String> feeds() {
        return view.settings.feeds().ids();
    }

    @Override
    public Optional<Duration> lifetime(Feed feed) {
        steady = false;
        return view.settings.feeds().refresh(feed.sources());
    }

    @Override
    public Posts feed(Feed feed, Occurrence where, Embeds embeds) {
        steady = false;
        return posts.feed(feed, where, embeds);
    }

    @Override
    public PostOutcome post(WebUrl address, Occurrence where, Embeds embeds) {
        steady = false;
        return posts.post(address, where, embeds);
    }

    @Override
    public Optional<Duration> lifetime(WebUrl post) {
        // A feed may show it tomorrow.
        steady = false;
        return view.settings.feeds().refresh(post);
    }

    @Override
    public boolean isSteady() {
        return steady;
    }

    @Override
    public boolean arePastedPostsShown() {
        return view.settings.feeds().arePastedShown();
    }

    @Override
    public Html feedHead() {
        return new HtmlBuilder()
                .open("link")
                .attribute("rel", "stylesheet")
                .attribute("href", assets.feedStyle.address(base))
                .closeVoid()
                .toHtml()
                .and(script(assets.feedScript, Map.of()));
    }

    static Html settingsLink(String base, Wording wording) {
        return Links.own(base + "/settings?lang=" + wording.tag(), wording.say("settings.link"));
    }

    /** @param mark letters before the title, for the eye only */
    static Html heading(String id, int level, String title, Optional<String> mark) {
        HtmlBuilder out = new HtmlBuilder()
                .open("span")
                .attribute("class", "zweiklick-title")
                .attribute("role", "heading")
                .attribute("aria-level", Integer.toString(level))
                .attribute("id", id);
        mark.ifPresent(letters -> out.attribute("data-mark", letters));
        return out.text(title).close().toHtml();
    }
}
