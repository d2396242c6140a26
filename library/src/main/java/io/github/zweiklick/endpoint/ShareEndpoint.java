package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.share.ShareLinks;
import io.github.zweiklick.share.Shared;
import io.github.zweiklick.url.WebUrl;
import io.github.zweiklick.view.OutDocument;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET {base}/share?href=}: the page by which visitors share one of the site's pages, without scripts as well. With
 * {@code service} it asks for the visitor's server; with {@code host} besides it leads there, if a page of this very site asks.
 */
final class ShareEndpoint {
    private static final int LONGEST = 2048;
    private static final int HTTPS = 443;

    private final ShareLinks shares;
    private final View view;
    private final AirlockHeaders headers;
    private final OwnHosts own;

    ShareEndpoint(Catalogue catalogue, View view, AirlockHeaders headers, OwnHosts own) {
        this.shares = new ShareLinks(catalogue);
        this.view = view;
        this.headers = headers;
        this.own = own;
    }

    Reply answer(Request request, String base, Wording wording) {
        String back = WayBack.of(request, base);
        Optional<Shared> asked = shared(request);
        if (asked.isEmpty()) {
            return Replies.html(400, headers.plain(), view.documents(base).message("refused.malformed", wording, back));
        }
        Shared shared = asked.get();
        Optional<Service> service =
                request.address().parameter("service").flatMap(shares::service).filter(ShareLinks::asksForServer);
        if (service.isEmpty()) {
            List<String> ids = shares.services().stream().map(Service::id).toList();
            return Replies.html(
                    200,
                    headers.share(),
                    view.documents(base).share().all(shares.links(ids, shared), shared, wording, back));
        }
        Optional<String> server = request.address().parameter("host").map(ShareEndpoint::server);
        Optional<WebUrl> target = server.flatMap(name -> shares.link(service.get(), shared, Optional.of(name)))
                .flatMap(WebUrl::parse);
        if (target.isPresent()) {
            return WayOut.isFollowed(request)
                    ? WayOut.redirect(request, target.get())
                    : Replies.html(200, headers.wayOut(), OutDocument.of(view, base, target.get(), wording, back));
        }
        return Replies.html(
                server.isPresent() ? 400 : 200,
                headers.share(),
                view.documents(base).share().server(service.get(), shared, server, wording, back));
    }

    /** As people write it: with a scheme, or their own name before it. */
    private static String server(String written) {
        String host = written.strip().replaceFirst("(?i)^https://", "").replaceFirst("^@?[^@/]*@", "");
        return WebUrl.parse("https://" + host)
                .filter(url -> url.port() == HTTPS)
                .map(WebUrl::host)
                .orElse(host);
    }

    /** Others than the site's pages may name a page, but not put words into the site's mouth or the visitor's. */
    private Optional<Shared> shared(Request request) {
        boolean trusted = request.header()
                .apply("Sec-Fetch-Site")
                .filter(site -> !site.equals("same-origin"))
                .isEmpty();
        return parameter(request, "href")
                .flatMap(ShareEndpoint::web)
                .filter(url -> url.href().length() <= LONGEST)
                .filter(url -> own.contains(url.host())
                        || url.host().equals(request.address().host()))
                .map(url -> new Shared(
                        url.href(),
                        parameter(request, "title").filter(title -> trusted),
                        parameter(request, "text").filter(text -> trusted),
                        parameter(request, "media")
                                .filter(media -> trusted)
                                .flatMap(ShareEndpoint::web)
                                .map(WebUrl::href)));
    }

    private static Optional<WebUrl> web(String address) {
        return WebUrl.parse(address)
                .filter(url -> url.scheme().equals("https") || url.scheme().equals("http"));
    }

    private static Optional<String> parameter(Request request, String name) {
        return request.address().parameter(name).filter(value -> !value.isBlank() && value.length() <= LONGEST);
    }
}
