package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.FrameRules;
import io.github.zweiklick.catalogue.ScriptTemplate;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.view.AirlockFrame;
import io.github.zweiklick.view.AirlockFrame.Content;
import io.github.zweiklick.view.AirlockFrame.FrameBox;
import io.github.zweiklick.view.Documents;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The airlock: the one first-party document behind which everything foreign lives. */
final class Airlock {
    /** With these a service could leave its frame or reach its cookies; no catalogue entry gives them. */
    private static final Set<String> NEVER_GRANTED = Set.of(
            "allow-top-navigation",
            "allow-top-navigation-by-user-activation",
            "allow-top-navigation-to-custom-protocols",
            "allow-popups-to-escape-sandbox",
            "allow-storage-access-by-user-activation");

    private final Catalogue catalogue;
    private final View view;
    private final AirlockHeaders headers;

    Airlock(Catalogue catalogue, View view, AirlockHeaders headers) {
        this.catalogue = catalogue;
        this.view = view;
        this.headers = headers;
    }

    Reply answer(Request request, String base) {
        Optional<Refusal> refusal = AirlockGate.check(request);
        if (refusal.isPresent()) {
            return refuse(refusal.get(), request, base);
        }
        Optional<AirlockQuery> query = AirlockQuery.read(request);
        if (query.isEmpty()) {
            return refuse(Refusal.MALFORMED, request, base);
        }
        Optional<Refusal> inactive = AirlockGate.activation(request, query.get().scope());
        if (inactive.isPresent() && !isOwnPage(request)) {
            return refuse(inactive.get(), request, base);
        }
        return open(query.get(), inactive.isEmpty(), request, base);
    }

    /**
     * Where a page's script was lost, the click opens a tab, and Chromium does not tell the tab's request of the click
     * (measured): there the question is put once more instead of a refusal.
     */
    private static boolean isOwnPage(Request request) {
        return request.header()
                .apply("Sec-Fetch-Dest")
                .filter("document"::equals)
                .isPresent();
    }

    /** @param clicked false: nothing is loaded, the visitor is asked */
    private Reply open(AirlockQuery query, boolean clicked, Request request, String base) {
        Optional<Service> service = catalogue.service(query.service());
        if (service.flatMap(known -> known.embed(query.kind())).isEmpty()) {
            return refuse(Refusal.UNKNOWN, request, base);
        }
        Optional<Embed> embed = catalogue.rebuild(query.service(), query.kind(), query.captures());
        if (embed.isEmpty()) {
            return refuse(Refusal.MALFORMED, request, base);
        }
        Documents documents = view.documents(base);
        Wording wording = query.language().isPresent()
                ? view.texts().of(query.language())
                : view.texts().accepted(request.header().apply("Accept-Language"));
        String back = WayBack.of(request, base);
        if (!embed.get().isLoadable()) {
            return Replies.html(200, headers.plain(), documents.unloadable(embed.get(), wording, back));
        }
        return clicked && view.isPresent(embed.get().service(), query.notice())
                ? load(embed.get(), documents, wording, pageBack(request, back))
                : Replies.html(200, headers.askAgain(), documents.askAgain(embed.get(), wording, back));
    }

    /** In a frame there is no way back to offer. Browsers without Fetch Metadata get one, which the script hides. */
    private static Optional<String> pageBack(Request request, String back) {
        boolean framed = request.header()
                .apply("Sec-Fetch-Dest")
                .filter("iframe"::equals)
                .isPresent();
        return framed ? Optional.empty() : Optional.of(back);
    }

    private Reply load(Embed embed, Documents documents, Wording wording, Optional<String> back) {
        FrameRules rules = embed.service().frame();
        List<String> frameSources = catalogue.frameSources(embed);
        Set<String> features = new TreeSet<>(
                rules.allow().stream().filter(AirlockHeaders::isFeature).toList());
        Optional<String> address = embed.frame().map(catalogue::resolve);
        boolean isPage = address.isPresent();
        Content content = address.<Content>map(Content.Page::new).orElseGet(() -> script(embed));
        AirlockFrame frame = new AirlockFrame(
                content,
                sandbox(rules, isPage),
                String.join("; ", features),
                rules.referrer() == FrameRules.Referrer.ORIGIN ? "strict-origin-when-cross-origin" : "no-referrer",
                rules.credentialless(),
                frameSources,
                box(embed.kind().size()));
        Html document = documents.airlock(embed, frame, wording, back);
        return Replies.html(
                200,
                isPage
                        ? headers.page(frameSources, features)
                        : headers.script(frameSources, catalogue.scriptSources(embed), features),
                document);
    }

    /** A script service never gets an origin: its frame is ours. */
    private static List<String> sandbox(FrameRules rules, boolean isPage) {
        return isPage
                ? rules.sandbox().stream()
                        .filter(token -> !NEVER_GRANTED.contains(token))
                        .toList()
                : List.of("allow-scripts");
    }

    private Content script(Embed embed) {
        ScriptTemplate template = embed.kind().script().orElseThrow();
        Map<String, String> attributes = new LinkedHashMap<>();
        template.attributes().forEach((name, value) -> attributes.put(name, fill(value, embed.captures())));
        return new Content.Script(
                catalogue.resolve(template.source().expand(embed.captures())), template.element(), attributes);
    }

    private static String fill(String template, Map<String, String> captures) {
        String filled = template;
        for (Map.Entry<String, String> capture : captures.entrySet()) {
            filled = filled.replace("{" + capture.getKey() + "}", capture.getValue());
        }
        return filled;
    }

    private static FrameBox box(EmbedKind.Size size) {
        return new FrameBox(
                size.width().orElse(560),
                size.height().orElse(480),
                size.ratio().map(r -> r.replace(':', '/')).orElse(""));
    }

    private Reply refuse(Refusal refusal, Request request, String base) {
        Wording wording = view.texts().accepted(request.header().apply("Accept-Language"));
        Html page = view.documents(base).message(refusal.text(), wording, WayBack.of(request, base));
        Reply reply = Replies.html(refusal.status(), headers.plain(), page);
        return refusal == Refusal.METHOD ? Replies.with(reply, "Allow", "POST") : reply;
    }
}
