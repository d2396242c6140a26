package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.catalogue.AddressPattern;
import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.url.WebUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bundled service's loader and frame, in the ways pages hold them. */
final class NetworksCodesTest {
    private static final Catalogue CATALOGUE = Catalogue.bundled();

    private static String rewritten(String page) {
        PageSource source = new PageSource(
                page.getBytes(StandardCharsets.UTF_8),
                Optional.of("text/html; charset=utf-8"),
                WebUrl.parse("https://stadt.example/aktuelles/").orElseThrow(),
                Pages.OWN,
                "/zweiklick");
        Rewrite rewrite = new PageRewriter(CATALOGUE, finding -> {}).rewrite(source, new SmallMarkup());
        return rewrite instanceof Rewrite.Rewritten rewritten
                ? new String(rewritten.body(), StandardCharsets.UTF_8)
                : page;
    }

    /** Scripts, each at a place that a companion's pattern fits. */
    private static List<String> loaders() {
        List<String> loaders = new ArrayList<>();
        for (Service service : CATALOGUE.services()) {
            if (!service.role().isRemoved()) {
                continue;
            }
            for (AddressPattern pattern : service.companions().resources()) {
                String host = pattern.hosts().get(0).replace("*", "www");
                String path = pattern.path()
                        .pattern()
                        .replace("\\Q", "")
                        .replace("\\E", "")
                        .replace("[^/]*", "x")
                        .replace(".*+", "a.js")
                        .replace("/?", "");
                if (!host.equals("{host}")) {
                    loaders.add(host + path);
                }
            }
        }
        return loaders;
    }

    @ParameterizedTest
    @MethodSource("loaders")
    void aLoaderIsRemovedWhereverItStands(String loader) {
        assertThat(CATALOGUE.companion(WebUrl.parse("https://" + loader).orElseThrow()))
                .as("the example is one")
                .isPresent();
        for (String tag : List.of(
                "<script src=\"//%s\"></script>",
                "<script async defer crossorigin=anonymous nonce=abc charset=utf-8 src='https://%s'></script>",
                "<SCRIPT type=\"text/javascript\" SRC=\"HTTP://%s\"></SCRIPT>",
                "<script async src=\"&#x2F;&#47;%s?v=1&amp;x=2\"></script>",
                "<script src=\" https://%s \"></script>")) {
            String script = tag.formatted(loader);
            for (String page : List.of(
                    "<head>%s</head><body><p>Rathaus</p></body>",
                    "<body><p>Rathaus</p>%s</body>",
                    "<body><figure class=\"wp-block-embed\"><div class=\"embed-responsive\">%s</div></figure></body>",
                    "<body><template>%s</template></body>",
                    "<body><noscript>%s</noscript></body>",
                    "<body>%1$s<p>Rathaus</p>%1$s</body>")) {
                assertThat(rewritten(page.formatted(script)))
                        .isEqualTo(page.replace("%1$s", "%s").replace("%s", ""));
            }
        }
    }

    /** Frames of every kind that has one, as the catalogue itself builds them. */
    private static List<String> frames() {
        return FrameExamples.of(CATALOGUE);
    }

    @ParameterizedTest
    @MethodSource("frames")
    void aFrameBecomesAPlaceholderWhereverItStands(String frame) {
        Embed embed = CATALOGUE.recognise(WebUrl.parse(frame).orElseThrow()).orElseThrow();
        assertThat(embed.kind().treatment()).isEqualTo(EmbedKind.Treatment.PLACEHOLDER);
        String address = frame.substring("https:".length()).replace("&", "&amp;");
        for (String tag : List.of(
                "<iframe width=560 height=315 src=\"%s\" allowfullscreen></iframe>",
                "<iframe loading=lazy data-src=\"https:%s\"></iframe>",
                "<iframe src=\"about:blank\" data-lazy-src=\"%s\"></iframe>",
                "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\"><iframe src='http:%s'></iframe></div></figure>",
                "<div class=\"embed-responsive embed-responsive-16by9\"><iframe class=embed-responsive-item src=\"%s\"></iframe></div>",
                "<noscript><iframe src=\"https:%s\"></iframe></noscript>",
                "<template><iframe src=\"https:%s\"></iframe></template>",
                "<object data=\"%s\"></object>",
                "<embed src=\"%s\">")) {
            String after = rewritten("<body>" + tag.formatted(address) + "</body>");
            assertThat(after).contains("<z-p n=\"" + embed.service().id() + " ").doesNotContain(address);
        }
        String comment = "<body><!--[if IE]><iframe src=\"" + address + "\"></iframe><![endif]--></body>";
        assertThat(rewritten(comment)).isEqualTo(comment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.facebook.com/",
                "https://twitter.com/home/",
                "https://www.linkedin.com/feed/",
                "https://www.tiktok.com/foryou",
                "https://www.reddit.com/",
                "https://www.tumblr.com/",
                "https://www.instagram.com/explore/",
                "https://www.google.com/search?q=Musterstadt",
                "https://docs.google.com/",
                "https://www.strava.com/dashboard",
                "https://codepen.io/",
                "https://www.doctolib.de/"
            })
    void anyOtherPageOfANetworkIsABox(String address) {
        assertThat(rewritten("<body><iframe src=\"" + address + "\"></iframe></body>"))
                .contains("<z-b h=\"" + WebUrl.parse(address).orElseThrow().host() + "\"");
    }
}
