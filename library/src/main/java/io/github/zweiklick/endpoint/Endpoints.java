package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.view.Asset;
import io.github.zweiklick.view.Documents;
import io.github.zweiklick.view.NoticePages;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.util.Optional;

/** All endpoints below the base path. Thread-safe; a pure function of the request, the reports' apart. */
public final class Endpoints {
    /** Counts, which are in memory. */
    public static final String SHARES = "/shares";

    private static final String ASSETS = "/assets/";
    private static final String FEEDS = "/feeds/";

    private final Catalogue catalogue;
    private final View view;
    private final AirlockHeaders headers;
    private final Airlock airlock;
    private final WayOut wayOut;
    private final ReportEndpoint reports;
    private final EmbedEndpoint embeds;
    private final ShareEndpoint share;
    private final SharesEndpoint shares;
    private final FeedsEndpoint feeds;
    private final Optional<MediaEndpoint> media;

    public Endpoints(Catalogue catalogue, View view, EndpointSettings settings) {
        this.catalogue = catalogue;
        this.view = view;
        this.headers = new AirlockHeaders(settings);
        this.airlock = new Airlock(catalogue, view, headers);
        this.wayOut = new WayOut(view, headers, settings.own());
        this.reports = new ReportEndpoint(
                new ReportedContacts(catalogue, settings.findings()), settings.own(), System::nanoTime);
        this.shares = new SharesEndpoint(settings.counts(), settings.answers());
        this.share = new ShareEndpoint(catalogue, view, headers, settings.own());
        this.feeds = new FeedsEndpoint(view, settings.feeds(), headers);
        this.media = settings.pictures().map(MediaEndpoint::new);
        this.embeds = new EmbedEndpoint(catalogue, view, settings.own());
    }

    /**
     * Answers any request.
     *
     * @param base absolute path of the endpoints, such as {@code /context/zweiklick}, without a slash at the end
     */
    public Reply answer(Request request, String base) {
        if (request.path().equals("/airlock")) {
            return airlock.answer(request, base);
        }
        if (request.path().equals(Request.REPORTS)) {
            return reports.answer(request);
        }
        if (WayOut.isAsked(request)) {
            return wayOut.answer(request, base);
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Replies.with(message(405, "notfound", request, base), "Allow", "GET, HEAD");
        }
        if (request.path().startsWith(ASSETS)) {
            String fileName = request.path().substring(ASSETS.length());
            Optional<Asset> asset = view.assets().named(fileName);
            return asset.map(found -> AssetEndpoint.answer(found, fileName, request))
                    .orElseGet(() -> message(404, "notfound", request, base));
        }
        if (request.path().startsWith(MediaEndpoint.PREFIX)) {
            return media.map(pictures -> pictures.answer(request))
                    .orElseGet(() -> message(404, "notfound", request, base));
        }
        if (request.path().startsWith(FEEDS)) {
            return feeds.answer(
                            request,
                            base,
                            wording(request),
                            view.texts().of(request.address().parameter("lang")))
                    .orElseGet(() -> message(404, "notfound", request, base));
        }
        return switch (request.path()) {
            case SHARES -> shares.answer(request);
            case "/share" -> share.answer(request, base, wording(request));
            case "/embed" -> embeds.answer(request, base);
            case "/notice" -> notice(request, base);
            case "/settings" -> settings(request, base);
            default -> message(404, "notfound", request, base);
        };
    }

    /** For an address below the base path at which there is nothing, or nothing for this visitor; status 404. */
    public Reply unknown(Request request, String base) {
        return unavailable(Unavailable.UNKNOWN, request, base);
    }

    /** The page a proxy shows where it has no answer of the site. */
    public Reply unavailable(Unavailable why, Request request, String base) {
        return message(why.status(), why.message(), request, base);
    }

    /** The page in place of one that could not be examined, in the default language; status 500. */
    public Reply withheld(String base) {
        return instead(500, "withheld", base);
    }

    /** The page in place of one that there is no memory for just now, in the default language; status 503. */
    public Reply postponed(String base) {
        return Replies.with(instead(503, "postponed", base), "Retry-After", "10");
    }

    private Reply instead(int status, String message, String base) {
        return Replies.html(
                status,
                headers.plain(),
                documents(base)
                        .message(
                                message,
                                view.texts().of(Optional.empty()),
                                base.substring(0, base.lastIndexOf('/') + 1)));
    }

    /** Of one service, of all, as a fragment, or in a version that was shown once. */
    private Reply notice(Request request, String base) {
        Wording wording = wording(request);
        String back = WayBack.of(request, base);
        NoticePages pages = documents(base).notices();
        Optional<String> id = request.address().parameter("service");
        Optional<String> version = request.address().parameter("version");
        if (version.isPresent()) {
            return pages.version(version.get(), catalogue.services(), wording, back)
                    .map(page -> Replies.html(200, headers.plain(), page))
                    .orElseGet(() -> message(404, "archive.missing", request, base));
        }
        if (id.isPresent()) {
            return catalogue
                    .service(id.get())
                    .map(service -> Replies.html(200, headers.plain(), pages.one(service, wording, back)))
                    .orElseGet(() -> message(404, "refused.unknown", request, base));
        }
        Html all = request.address().parameter("fragment").isPresent()
                ? pages.fragment(view.offered(), wording)
                : pages.all(view.offered(), wording, back);
        return Replies.html(200, headers.plain(), all);
    }

    private Reply settings(Request request, String base) {
        Html page = documents(base).settings(view.offered(), wording(request), WayBack.of(request, base));
        return Replies.html(200, headers.settings(), page);
    }

    private Reply message(int status, String key, Request request, String base) {
        return Replies.html(
                status, headers.plain(), documents(base).message(key, wording(request), WayBack.of(request, base)));
    }

    private Documents documents(String base) {
        return view.documents(base);
    }

    private Wording wording(Request request) {
        Optional<String> asked = request.address().parameter("lang");
        return asked.isPresent()
                ? view.texts().of(asked)
                : view.texts().accepted(request.header().apply("Accept-Language"));
    }
}
