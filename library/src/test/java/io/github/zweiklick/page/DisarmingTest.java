package io.github.zweiklick.page;

import static io.github.zweiklick.page.Pages.becomes;
import static io.github.zweiklick.page.Pages.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that loads, on every element, in every spelling. */
final class DisarmingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=//f.example/>",
                "<img srcset='a.png 1x, //f.example/b.png 2x'>",
                "<img src=a.png lowsrc=//f.example/>",
                "<img dynsrc=//f.example/>",
                "<image src=//f.example/>",
                "<video poster=//f.example/></video>",
                "<video><source src=//f.example/><track src=//f.example/></video>",
                "<audio src=//f.example/></audio>",
                "<input type=image src=//f.example/>",
                "<body background=//f.example/>",
                "<table background=//f.example/><tr><td background=//f.example/></table>",
                "<a href=//f.example/ ping='/a //f.example/'>x</a>",
                "<a href=//f.example/ attributionsrc=//f.example/>x</a>",
                "<link rel=preconnect href=//f.example/>",
                "<link rel='dns-prefetch' href=//f.example/>",
                "<link rel='alternate stylesheet' href=//f.example/>",
                "<link rel=next href=//f.example/>",
                "<link rel=compression-dictionary href=//f.example/>",
                "<link rel=preload as=image imagesrcset='//f.example/ 1x' href=/x>",
                "<link rel=manifest href=//f.example/>",
                "<link rel=icon href=//f.example/>",
                "<base href=//f.example/>",
                "<script src=//f.example/></script>",
                "<script type=module src=//f.example/></script>",
                "<script type=importmap>{\"imports\":{\"a\":\"https://f.example/a.js\"}}</script>",
                "<script type=importmap>{\"imports\":{\"a\":\"htt\\u0070s://f.example/a.js\"}}</script>",
                "<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"/a\"]}]}</script>",
                "<style>a{background:url(//f.example/)}</style>",
                "<p style='background:url(//f.example/)'>x</p>",
                "<p style='background:url(&quot;//f.example/&quot;)'>x</p>",
                "<svg><image href=//f.example/ /></svg>",
                "<svg><image xlink:href=//f.example/ /></svg>",
                "<svg><use href='//f.example/#a'/></svg>",
                "<svg><filter><feImage href=//f.example/ /></filter></svg>",
                "<svg><script href=//f.example/></script></svg>",
                "<svg><rect fill='url(//f.example/#g)'/></svg>",
                "<svg><rect MASK='u\\72l(//f.example/#g)'/></svg>",
                "<svg><image><set attributeName=href to=//f.example/ /></image></svg>",
                "<svg><image><animate attributeName=href values='a;//f.example/'/></image></svg>",
                "<svg><style>a{fill:url(//f.example/)}</style></svg>",
                "<svg><style>a{fill:url(&#47;/f.example/)}</style></svg>",
                "<svg><iframe src=//f.example/></iframe></svg>",
                "<svg><foreignObject><img src=//f.example/></foreignObject></svg>",
                "<math><mglyph src=//f.example/></math>",
                "<meta http-equiv=refresh content='0; url=//f.example/'>",
                "<meta http-equiv=x-dns-prefetch-control content=on>",
                "<template><img src=//f.example/></template>",
                "<div><template shadowrootmode=open><img src=//f.example/></template></div>",
                "<select><option><img src=//f.example/></option></select>",
                "<noscript><img src=//f.example/></noscript>",
                "<head><noscript><iframe src=//f.example/></iframe></noscript></head>",
                "<head><noscript><p title='</noscript><img src=//f.example/>'></noscript></head>",
                "<noscript><p title='</noscript><img src=//f.example/>'></p></noscript>",
                "<noscript><!-- </noscript><img src=//f.example/> --></noscript>",
                "<noscript><style></noscript><img src=//f.example/></style></noscript>",
                "<img src=a src=//f.example/>",
                "<img src=//f.example/ src=//f.example/b>",
                "<img/src=//f.example/>",
                "<img alt=\">\" src=//f.example/>",
                "<img alt=\"'\"src=//f.example/>",
                "<IMG SRC=//f.example/>",
                "<object data=//f.example/>",
                "<frameset><frame src=//f.example/></frameset>",
                "<iframe srcdoc='<img src=//f.example/>'></iframe>",
                "<iframe srcdoc='&lt;img src=//f.example/&gt;' src=//f.example/></iframe>",
                "<iframe src=//f.example/>",
                "<iframe src=\"javascript:'<link rel=preconnect href=https://f.example/>'\"></iframe>",
                "<iframe src='&#106;ava&Tab;script:%22<iframe src=//f.example/>%22'></iframe>",
                "<iframe src='javascript:parent.words'></iframe><frame src=' javascript://f.example/%0Aparent.words'>",
                "<model environmentmap=//f.example/></model>",
                "<object><param name=movie value=//f.example/></object>",
                "<!--><img src=//f.example/>-->",
                "<!-- --!><img src=//f.example/>-->",
                "<script><!-- </script><img src=//f.example/> --></script>",
                "<svg><style><img src=//f.example/></style></svg>",
                "<table><img src=//f.example/></table>",
                "<html manifest=//f.example/>",
            })
    void loads(String html) {
        Pages pages = new Pages();
        String after = pages.html(html);
        assertThat(after).isNotEqualTo(html);
        assertThat(Contacts.of(after)).isEmpty();
        assertThat(new Pages().html(after).replace("data-zweiklick-data-zweiklick", "data-zweiklick"))
                .as("nothing more to find")
                .hasSizeGreaterThanOrEqualTo(after.length());
    }

    /** No host is named that somebody could declare the site's own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<iframe src='javascript:words()'></iframe> | holds a document in its own address (javascript:)",
                "<iframe src='data:text/html,x'></iframe> | holds a document in its own address (data:)",
                "<img src='https://'> | has an address that cannot be read",
            })
    void addressesWithoutAHostAreNamedAsSuch(String html, String words) {
        Pages pages = new Pages();
        pages.html(html);
        assertThat(pages.findings).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains(words).endsWith("was disarmed");
            assertThat(finding.remedy()).doesNotContain("own");
            assertThat(finding.host()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=https://f.example/>x</a>",
                "<a href=https://f.example/><img src=data:,></a>",
                "<area href=//f.example/>",
                "<form action=https://f.example/><button formaction=//f.example/>x</button></form>",
                "<link rel=canonical href=//f.example/>",
                "<link rel='alternate' hreflang=en href=//f.example/>",
                "<link itemprop=url href=//f.example/>",
                "<script type=text/plain src=//f.example/></script>",
                "<script type=application/ld+json>{\"@context\":\"https://schema.org\"}</script>",
                "<img data-src=//f.example/>",
                "<iframe data-src=//f.example/></iframe>",
                "<iframe src=about:blank></iframe><iframe src=javascript:1></iframe><iframe src=/a></iframe>",
                "<iframe src='javascript:void(0);'></iframe><iframe src=javascript:''></iframe><iframe src='JavaScript: false'></iframe>",
                "<a href=javascript:show()>x</a>",
                "<iframe src=https://www.stadt.example./x></iframe>",
                "<svg><a href='https://f.example/?q=url(//f.example)' title='url(//f.example)' aria-label='url(//f.example)'>x</a></svg>",
                "<style>@property --a{syntax:'*';inherits:false}a[href^='https://']{content:'//f.example'}</style>",
                "<style>:root{--divider:'//'}b{--scheme:'https://'}</style>",
                "<img src='data:image/svg+xml,x'><img src=blob:https://f.example/1>",
                "<svg xmlns=http://www.w3.org/2000/svg><use href=#a /><a href=//f.example/>x</a></svg>",
                "<style>@namespace svg url(http://www.w3.org/2000/svg); a{background:url(/a.png)} b:after{content:'//f.example'}</style>",
                "<style>/* url(//f.example/) */</style>",
                "<!-- <img src=//f.example/> --><!--[if IE]><script src=//f.example/></script><![endif]-->",
                "<textarea><img src=//f.example/></textarea><title><img src=//f.example/></title>",
                "<script><!-- <script></script><img src=//f.example/></script>-->",
                "<svg><title><style><img src=//f.example/></style></title></svg>",
                "<script>var a = '<img src=//f.example/>';</script>",
                "<meta http-equiv=refresh content=5><meta http-equiv=refresh content='5;url=/a'>",
                "<meta property=og:image content=https://f.example/>",
                "<base href=/x/><img src=a.png>",
                "<div data-state=x><input name=zweiklick></div>",
            })
    void isLeft(String html) {
        same(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//f.example/a",
                "HTTP://F.EXAMPLE/a",
                "http:/\\f.example/a",
                "\\\\f.example\\a",
                "http:f.example/a",
                "ht\ntp://f.exa\tmple/a",
                "&#x2F;&#47;f.example/a",
                "&sol;/f.example/a",
                "  //f.example/a",
                "https://\u00fc.example/a",
                "https://f.example./a",
                "https://stadt.example@f.example/a",
                "https://f.example:8443/a",
                "https://stadt.example.f.example/",
                "http&colon;//f.example",
                "http&#58//f.example",
                "h&Tab;ttp://f.example",
                "wss://f.example",
                "http://[::1]/",
                "http://0x7f.1/",
            })
    void anySpellingIsForeign(String address) {
        String after = new Pages().html("<img src=\"" + address + "\">");
        assertThat(after).contains("data-zweiklick-src=\"" + address + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.png",
                "/a",
                "?a",
                "#a",
                "",
                "//stadt.example/a",
                "HTTPS://WWW.STADT.EXAMPLE:444/",
                "https:\\\\stadt.example",
                "//user:pw@stadt.example./",
                "data:,x"
            })
    void anySpellingIsOwn(String address) {
        same("<img src=\"" + address + "\">");
    }

    @Test
    void aSchemeWithoutSlashesIsRelativeOnlyUnderTheSameScheme() {
        assertThat(new Pages().at("http://stadt.example/").html("<img src=https:f.example>"))
                .contains("data-zweiklick-blocked");
    }

    @Test
    void aForeignRefreshBecomesALink() {
        becomes(
                "<html><head><meta http-equiv=Refresh content=\"3;URL='https://f.example/?a=1'\"></head><body class=x>y</body>",
                "<html><head><z-h></z-h><meta data-zweiklick-blocked=\"f.example\" data-zweiklick-http-equiv=Refresh"
                        + " content=\"3;URL='https://f.example/?a=1'\"></head><body class=x><z-r>https://f.example/?a=1</z-r>y</body>");
    }

    @Test
    void aStyleSheetLosesTheAddressOnly() {
        becomes(
                "<style>@import \"//f.example/a.css\";a{b:url( '//f.example/' )}</style>",
                "<style data-zweiklick-blocked=\"f.example\">@import \"data:,\";a{b:url( 'data:,' )}</style>");
    }

    @Test
    void aRenamedAttributeUncoversItsDouble() {
        becomes(
                "<img src=//f.example/ SRC=/own.png>",
                "<img data-zweiklick-blocked=\"f.example\" data-zweiklick-src=//f.example/ data-zweiklick-SRC=/own.png>");
    }

    @Test
    void anInlineScriptWithAForeignSourceDoesNotRun() {
        becomes(
                "<script src=//f.example/a.js type=text/javascript>run()</script>",
                "<script type=\"text/plain\" data-zweiklick-blocked=\"f.example\" data-zweiklick-src=//f.example/a.js type=text/javascript>run()</script>");
    }

    @Test
    void aNestedDocumentIsAPage() {
        becomes(
                "<iframe srcdoc=\"<p>a</p><iframe src='https://www.film.example/embed/1'></iframe>\"></iframe>",
                "<iframe srcdoc=\"&lt;p&gt;a&lt;/p&gt;&lt;z-h&gt;&lt;/z-h&gt;&lt;z-f&gt;&lt;/z-f&gt;"
                        + "&lt;z-p n=&quot;film 1 FLOW&quot;&gt;&lt;/z-p&gt;\"></iframe>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<form action=/zweiklick/airlock?service=netz></form>",
                "<button formaction='https://stadt.example/zweiklick/airlock'>x</button>",
                "<form action=../zweiklick/%61irlock></form>",
                "<form action=//stadt.example//%7aweiklick/airlock></form>",
                "<form id=zweiklick-form></form>",
                "<iframe name=zweiklick-1></iframe>",
                "<zweiklick-embed data-state=active data-service=netz></zweiklick-embed>",
                "<button data-zweiklick=withdraw>x</button>",
            })
    void whatOnlyZweiklickMayWriteIsDisarmed(String html) {
        Pages pages = new Pages();
        assertThat(pages.html(html)).contains(" data-zweiklick-");
        assertThat(pages.kinds()).contains(Kind.FORGED_MARKUP);
    }
}
