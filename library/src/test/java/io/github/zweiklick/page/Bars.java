package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Keeps which bars were asked for, and shows where they stand. */
final class Bars implements PageMarkup {
    final List<ShareBar> bars = new ArrayList<>();

    @Override
    public Html shareBar(ShareBar bar, Occurrence where) {
        bars.add(bar);
        return Html.text("[" + where.place() + " " + where.language().orElse("") + "]");
    }

    @Override
    public Html shareHead() {
        return Html.text("[head]");
    }

    @Override
    public Placeholder placeholder(Embed embed, Occurrence where) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Html blockedFrame(String host, String address, Occurrence where) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Html plainLink(Embed embed, Occurrence where) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Html refreshLink(String address, Occurrence where) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Html guard(BooleanSupplier scripts, boolean whole) {
        return Html.EMPTY;
    }

    @Override
    public Html head() {
        return Html.text("[style]");
    }

    @Override
    public Html form() {
        return Html.text("[form]");
    }
}
