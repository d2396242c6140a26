package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup that browsers read otherwise than one expects; all of it was seen to contact a host before it was disarmed. */
final class ReadersDifferTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><![CDATA[><img src=//f.example/>]]></svg>",
                "<svg><desc><svg></desc><title><!--</title><img src=//f.example/>--></title>",
                "<link rel=author rel=stylesheet href=//f.example/>",
                "<script src=//f.example/ type=text/plain type=text/javascript></script>",
                "<iframe srcdoc='<img src=http:f.example/>'></iframe>",
                "<iframe src='data:text/html,<img src=//f.example/>'></iframe>",
                "<object data='data:image/svg+xml,<svg/>'></object>",
                "<meta http-equiv=refresh content='0;url=data:text/html,x'>",
                "<link rel=stylesheet href='data:text/css,@import %22//f.example/%22;'>",
                "<link rel=stylesheet href='data:text/css;base64,QGltcG9ydCAiLy9mLmV4YW1wbGUvIjs='>",
                "<style>@import 'data:image/png,@import url(//f.example/)';</style>",
                "<style>@property --p{syntax:'*';inherits:false;initial-value:'//f.example/'}</style>",
                "<style>@function --f(--a:'//f.example/'){result:'//f.example/'}</style>",
                "<svg><style><![CDATA[a{--x:'//f.example/'}]]></style></svg>",
                "<svg><style><!-- /* -->@import '//f.example/';<!-- */ --></style></svg>",
                "<svg><style>@im<x></x>port '//f.example/';</style></svg>",
                "<svg><rect><set attributeName=mask to='url(//f.example/)'/></rect></svg>",
                "<svg><ms><xmp><body background=//f.example/>",
                "<svg><mtext><style><body background=//f.example/></style>",
                "<svg><annotation-xml><noembed><img src=//f.example/>",
                "<math><annotation-xml><plaintext><body background=//f.example/>",
                "<math><desc><xmp><table background=//f.example/></xmp></desc></math>",
                "<math><mi><mglyph><style><body background=//f.example/></style>",
                "<svg><math><mi><style><body background=//f.example/>",
                "<svg><font color=red><title><!--</title><img src=//f.example/>--></svg>",
                "<svg><foreignObject><![CDATA[><!--]]><img src=//f.example/>--></foreignObject></svg>",
                "<select><title><input type=image src=//f.example/>",
                "<table><select><title><table background=//f.example/>",
                "<select><xmp></select><!--</xmp>--><img src=//f.example/>",
                "<svg><rect><animate attributeName=mask values='none;url(//f.example/)'/></rect></svg>",
                "<svg><title x><title></title><style></style></title><title><body background=//f.example/>",
                "<select><style></select><noscript><plaintext></noscript><img src=//f.example/>",
                "<i><noscript><frameset><title><frame src=//f.example/></title></frameset></noscript>",
                "<svg></svg\0><title><img src=//f.example/></title></svg>",
                "<select><template></select></template><style></select><img src=//f.example/></style>",
                NastyMarkup.OTHERS_BLINDED
                        + "<svg><a><foreignObject><div><a href=x>y</a><![CDATA[><img src=//f.example/>]]>",
                NastyMarkup.OTHERS_BLINDED + "<math><mi><li><mi></mi><style><!--</style><img src=//f.example/>-->",
                NastyMarkup.OTHERS_BLINDED + "<svg><desc><desc><desc></desc><![CDATA[><img src=//f.example/>]]>",
                NastyMarkup.OTHERS_BLINDED + "<h2><svg></h1><style><!--</style><img src=//f.example/>-->",
                NastyMarkup.OTHERS_BLINDED
                        + "<table><td><svg><desc><td></td></desc><![CDATA[><img src=//f.example/>]]>",
                NastyMarkup.OTHERS_BLINDED
                        + "<select><template></select><col><style></template></select><img src=//f.example/></style>",
                NastyMarkup.OTHERS_BLINDED + "<svg><desc><br><![CDATA[><!--]]><img src=//f.example/>-->",
                NastyMarkup.OTHERS_BLINDED + "<table><td><svg></tr><![CDATA[><img src=//f.example/>]]>",
                "<svg><style>@im<!--</style>-->port '//f.example/';</svg>",
                "<svg><style><!--</style>-->@import '//f.example/';<p>hi",
                "<svg><style>a{b:url(//f.example/)}<!--</style>-->@import '//f.example/';</style></svg>",
                "<svg><style><![CDATA[</style>]]>@import '//f.example/';",
                "<noscript><!--</noscript><svg><style><!--</style>-->@import '//f.example/';</style></svg>",
                "<noscript><!--</noscript><svg><noscript>--></noscript><style>&#64;import '//f.example/';</style>",
                "<svg><desc><p><svg><svg></desc></svg><style>&#64;import '//f.example/';</style>",
                "<svg><mi><p></p></mi><select><style></select><img src=//f.example/></style></select>",
                NastyMarkup.OTHERS_BLINDED
                        + "<svg><mi><p></p></mi><g><svg></g><style><!--</style><img src=//f.example/>-->",
                NastyMarkup.OTHERS_BLINDED
                        + "<svg><mi><p></p></mi><template><col><style></template><img src=//f.example/></style>",
                NastyMarkup.OTHERS_BLINDED
                        + "<math><desc><p></p></desc><g><svg></g><style><!--</style><img src=//f.example/>-->",
                "<template><col><style></template><img src=//f.example/></style>",
                "<template><style></style><col><textarea></template><img src=//f.example/></textarea>",
                "<template><col><template><p></template><xmp></template><img src=//f.example/></xmp>",
                "<template><col><svg></template><title><i title='</title><img src=//f.example/>'></title>",
            })
    void areDisarmed(String html) {
        assertThat(new Pages().html(html)).isNotEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=stylesheet href='data:text/css,a{color:red}'>",
                "<link rel=icon href='data:image/svg+xml,<svg/>'><img src='data:image/svg+xml,<svg/>'>",
                "<iframe src='data:text/plain,x'></iframe><object data='data:image/png;base64,iVBOR'></object>",
                "<style>a{background:url('data:image/svg+xml,<svg/>')}@property --p{initial-value:'x'}</style>",
                "<svg><style><![CDATA[a > b{fill:url(#g)}]]></style><style><!-- a{} --></style></svg>",
                "<script type=text/plain src=//f.example/></script>",
                "<p title=\"http: https://f.example\">x</p>",
                "<svg><style> <![CDATA[ .st0{fill:#fff;} a > b{} ]]> </style><style>a{}</style></svg>",
                "<template><p></p><col><style>/*<img src=//f.example/>*/</style></template>",
                "<template><col><template><style>/*<img src=//f.example/>*/</style></template></template>",
                "<table><colgroup><col></colgroup><style>/*<img src=//f.example/>*/</style></table>",
            })
    void whatLoadsNothingStays(String html) {
        assertThat(new Pages().html(html)).isEqualTo(html);
    }

    @Test
    void switchesOfCharacterSetsThatBrowsersDoNotKnowAreNotFollowed() {
        assertThat(japanese("\u001b$(D<img src=//f.example/>")).isInstanceOf(Rewrite.Withheld.class);
        assertThat(japanese("\u000e<p>")).isInstanceOf(Rewrite.Withheld.class);
        assertThat(japanese("\u001b$B!!\u001b(B<p>")).isInstanceOf(Rewrite.Unchanged.class);
    }

    @Test
    void aDocumentTypeMustNotHideWhatItDeclares() {
        String root = "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>";
        String entity = "<!ENTITY e \"<img src='//f.example/'/>\">";
        assertThat(xml("<!DOCTYPE html [<!ATTLIST img src CDATA '//f.example/'>]>" + root))
                .isInstanceOf(Rewrite.Withheld.class);
        assertThat(xml("<!-- <!DOCTYPE x> --><!DOCTYPE html [" + entity + "]>" + root))
                .isInstanceOf(Rewrite.Withheld.class);
        assertThat(xml("<!DOCTYPE html [<!-- > > --> " + entity + "]>" + root)).isInstanceOf(Rewrite.Withheld.class);
        assertThat(xml("<!DOCTYPE svg [<!ATTLIST svg xmlns:a CDATA #FIXED 'http://a.example/'>]>" + root))
                .isInstanceOf(Rewrite.Unchanged.class);
        assertThat(xml("<!DOCTYPE html [ <!-- ' > <![CDATA[ --> ]><html xmlns='http://www.w3.org/1999/xhtml'>"
                        + "<img src='//f.example/'/><!-- ]]> --></html>"))
                .isInstanceOf(Rewrite.Rewritten.class);
    }

    private static Rewrite japanese(String body) {
        return new Pages().rewrite(body.getBytes(StandardCharsets.ISO_8859_1), "text/html; charset=iso-2022-jp");
    }

    private static Rewrite xml(String body) {
        return new Pages().rewrite(body.getBytes(StandardCharsets.UTF_8), "application/xhtml+xml");
    }
}
