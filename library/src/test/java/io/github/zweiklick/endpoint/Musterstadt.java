package io.github.zweiklick.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Place;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.view.ExampleServices;
import io.github.zweiklick.view.Guarding;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.Views;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The endpoints of a city with the invented services. */
final class Musterstadt {
    static final String SITE = "https://www.musterstadt.example";

    final View view = Views.of(Views.city());
    private final Endpoints endpoints = new Endpoints(
            Catalogue.of(ExampleServices.all())
                    // No public name, accepted all the same where it is simulated.
                    .substituting(Map.of("social.musterstadt.example", "https://social.musterstadt.example")),
            view,
            new EndpointSettings(new OwnHosts(List.of("musterstadt.example", "*.intern.example"))));

    Reply answer(Requests request) {
        return endpoints.answer(request.build(), Requests.BASE);
    }

    /** A click on the placeholder of a service's post. */
    Requests click(Service service) {
        return Requests.click(query(ExampleServices.post(service), "de"));
    }

    /** The query a placeholder's button carries. */
    String query(Embed embed, String language) {
        Occurrence where = Occurrence.plain(1, Place.FLOW, language, 2);
        String markup = view.page(Requests.BASE, List.of(), Guarding.NONE)
                .placeholder(embed, where)
                .after()
                .toString();
        Matcher action = Pattern.compile("formaction=\"[^?\"]*\\?([^\"]*)\"").matcher(markup);
        assertThat(action.find()).isTrue();
        return Jsoup.parseBodyFragment(action.group(1)).text();
    }

    /** The query a placeholder of an earlier version of the notice carries. */
    String outdatedQuery() {
        return query(ExampleServices.post(ExampleServices.network()), "de")
                .replaceAll("notice=[0-9a-f]*", "notice=0123456789ab");
    }

    static Document document(Reply reply) {
        return Jsoup.parse(new String(reply.body(), StandardCharsets.UTF_8));
    }

    static String header(Reply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HeaderLine::value)
                .findFirst()
                .orElse("");
    }
}
