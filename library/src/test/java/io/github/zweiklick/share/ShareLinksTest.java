package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Service;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service of the catalogue where pages can be shared. */
final class ShareLinksTest {
    private static final ShareLinks LINKS = new ShareLinks(Catalogue.bundled());
    private static final Shared PAGE = new Shared(
            "https://www.stadt.example/a?b=c&d=\u00e4",
            Optional.of("\u00c4 & B + C"),
            Optional.empty(),
            Optional.of("https://www.stadt.example/bild.png"));

    static Stream<Service> services() {
        return LINKS.services().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void holdsThePageAndReadsAsTheAddressItIs(Service service) {
        Optional<String> server = ShareLinks.asksForServer(service) ? Optional.of("server.social") : Optional.empty();
        String link = LINKS.link(service, PAGE, server).orElseThrow();
        assertThat(URI.create(link).isAbsolute()).isTrue();
        assertThat(link)
                .as("RFC 3986: a space is %20")
                .doesNotContain("+")
                .contains("https%3A%2F%2Fwww.stadt.example%2Fa%3Fb%3Dc%26d%3D");
        server.ifPresent(host -> assertThat(link).startsWith("https://" + host + "/"));
    }

    @Test
    void areAtLeastTwenty() {
        assertThat(LINKS.services()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(LINKS.usual()).allMatch(id -> LINKS.service(id).isPresent());
    }

    @Test
    void aServerIsAPublicNameAndNoNetwork() {
        Service asking =
                services().filter(ShareLinks::asksForServer).findFirst().orElseThrow();
        for (String host :
                new String[] {"", "localhost", "127.0.0.1", "a b", "server.social/x", "www.facebook.com", "x"}) {
            assertThat(LINKS.link(asking, PAGE, Optional.of(host))).as(host).isEmpty();
        }
        assertThat(LINKS.link(asking, PAGE, Optional.empty())).isEmpty();
    }
}
