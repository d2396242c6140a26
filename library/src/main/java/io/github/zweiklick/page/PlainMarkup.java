package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What stands in place of embeds where nobody will see it: something, for what is joined by a gap would be read anew. */
final class PlainMarkup implements PageMarkup {
    private static final Html SOMETHING = Html.literal("<zweiklick-embed></zweiklick-embed>");

    @Override
    public Placeholder placeholder(Embed embed, Occurrence where) {
        return new Placeholder(Html.literal("<zweiklick-embed>"), Html.literal("</zweiklick-embed>"), Optional.empty());
    }

    @Override
    public Html blockedFrame(String host, String address, Occurrence where) {
        return SOMETHING;
    }

    @Override
    public Html plainLink(Embed embed, Occurrence where) {
        return SOMETHING;
    }

    @Override
    public Html refreshLink(String address, Occurrence where) {
        return Html.EMPTY;
    }

    @Override
    public Html guard(BooleanSupplier scripts, boolean whole) {
        return Html.EMPTY;
    }

    @Override
    public Html head() {
        return Html.EMPTY;
    }

    @Override
    public Html form() {
        return Html.EMPTY;
    }
}
