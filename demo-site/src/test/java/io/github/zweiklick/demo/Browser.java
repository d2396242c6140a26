package io.github.zweiklick.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;

/** Asks a running demo. */
final class Browser {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    Browser(String origin) {
        this.origin = origin;
    }

    /** Until each network has told its posts, and their pictures are there; before, a page holds what there is. */
    void awaitPosts() throws Exception {
        Eventually.until(
                "posts of all networks",
                () -> Jsoup.parse(get("/").body())
                                .select(".zweiklick-feed-fetched > span")
                                .size()
                        == 6);
        String all = get("/zweiklick/feeds/mastodon,facebook,x,youtube,bluesky,presse.html?limit=50")
                .body();
        for (String picture : Jsoup.parse(all).select(".zweiklick-feed img").eachAttr("src")) {
            Eventually.until(picture, () -> get(picture).statusCode() == 200);
        }
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(origin + path)), headers);
    }

    HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(origin + path)).POST(HttpRequest.BodyPublishers.noBody()), headers);
    }

    /** Submits a form. */
    HttpResponse<String> submit(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** A request to a simulated network's origin, its name in the Host header only: DNS is not asked. */
    HttpResponse<String> contact(String networkOrigin, String path, String... headers)
            throws IOException, InterruptedException {
        URI network = URI.create(networkOrigin);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + network.getPort() + path))
                .header("Host", network.getRawAuthority());
        return send(request, headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
