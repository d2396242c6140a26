package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.selftest.LeakVector.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of the corpus.
 *
 * @param name first label of its host's name
 * @param secure whether it is served by https
 * @param navigation whether it leads away, which is no contact of a page: told apart
 * @param rest how long after it was opened the last vector of {@link Moment#IDLE} acts
 * @param headers of its answer
 * @param body markup beside the vectors'
 */
public record LeakPage(
        String name,
        boolean secure,
        boolean navigation,
        Duration rest,
        Map<String, String> headers,
        String body,
        List<LeakVector> vectors) {

    public LeakPage {
        headers = Map.copyOf(headers);
        vectors = List.copyOf(vectors);
    }

    public String url(LeakHosts hosts) {
        return (secure ? "https://" : "http://") + hosts.authority(hosts.of(this)) + "/";
    }

    /** What a visitor has to do for all vectors to contact. */
    public Set<Moment> moments() {
        return vectors.stream().map(LeakVector::moment).collect(Collectors.toUnmodifiableSet());
    }

    /** What the page's host answers; the page itself for every path that no vector has. */
    public SiteResponse answer(String path, LeakHosts hosts) {
        for (LeakVector vector : vectors) {
            LeakAnswer answer = vector.answers().get(path);
            if (answer != null) {
                return response(answer, vector, hosts);
            }
        }
        return page(hosts);
    }

    private SiteResponse response(LeakAnswer answer, LeakVector vector, LeakHosts hosts) {
        SiteResponse body = SiteResponse.of(answer.type(), filledIn(answer.body(), vector, hosts));
        SiteResponse response = new SiteResponse(
                answer.status(),
                answer.type().isEmpty() ? SiteResponse.empty(200).fields() : body.fields(),
                body.body());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response = response.with(header.getKey(), filledIn(header.getValue(), vector, hosts));
        }
        return response;
    }

    private SiteResponse page(LeakHosts hosts) {
        SiteResponse response = SiteResponse.page(html(hosts));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        for (LeakVector vector : at(Place.HEADER)) {
            for (String line : filledIn(vector.code(), vector, hosts).split("\n", -1)) {
                String[] header = line.split(": ", 2);
                response = response.with(header[0], header[1]);
            }
        }
        return response;
    }

    /** The page's markup. */
    public String html(LeakHosts hosts) {
        StringBuilder html =
                new StringBuilder("<!doctype html><html lang=de><head><meta charset=utf-8><title>Leck</title>");
        at(Place.HEAD).forEach(vector -> html.append(filledIn(vector.code(), vector, hosts)));
        html.append("</head><body><h1>Leck</h1>").append(body);
        at(Place.BODY).forEach(vector -> html.append(filledIn(vector.code(), vector, hosts)));
        // Each in a script of its own: one that this browser cannot read does not take the others with it.
        at(Place.SCRIPT)
                .forEach(vector -> html.append("<script>{ ")
                        .append(filledIn(vector.code(), vector, hosts))
                        .append(" }</script>"));
        return html.append("</body></html>").toString();
    }

    private List<LeakVector> at(Place place) {
        return vectors.stream().filter(vector -> vector.place() == place).toList();
    }

    private String filledIn(String code, LeakVector vector, LeakHosts hosts) {
        return code.replace("HOST", hosts.authority(hosts.of(vector))).replace("OWN", hosts.authority(hosts.of(this)));
    }
}
