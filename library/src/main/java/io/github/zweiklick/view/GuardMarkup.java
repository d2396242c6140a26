package io.github.zweiklick.view;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The guard in one page: it stands in the page where the page's own policy permits that, else at its own address. */
final class GuardMarkup {
    private final Assets assets;
    private final String base;
    private final ContentPolicy policy;
    private final Guarding guarding;

    GuardMarkup(Assets assets, String base, ContentPolicy policy, Guarding guarding) {
        this.assets = assets;
        this.base = base;
        this.policy = policy;
        this.guarding = guarding;
    }

    Html of(BooleanSupplier scripts, boolean whole) {
        if (!guarding.covers(scripts)) {
            return Html.EMPTY;
        }
        if (whole && policy.inlineScript()) {
            return policy.scriptNonce().isPresent()
                    ? assets.guardText.with(attributes())
                    : assets.guardInside.of(base, guarding.own().patterns(), () -> assets.guardText.with(attributes()));
        }
        HtmlBuilder script = new HtmlBuilder().open("script");
        attributes().forEach(script::attribute);
        return script.attribute("src", assets.guard.address(base)).close().toHtml();
    }

    /** What it must know, and what the script that shows the boxes learns from it. */
    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("data-own", guarding.expression());
        attributes.put("data-boxes", assets.boxesScript.address(base));
        attributes.put("data-page", assets.pageScript.address(base));
        attributes.put("data-style", assets.pageStyle.address(base));
        attributes.put("data-base", base);
        policy.scriptNonce().ifPresent(nonce -> attributes.put("nonce", nonce));
        return attributes;
    }
}
