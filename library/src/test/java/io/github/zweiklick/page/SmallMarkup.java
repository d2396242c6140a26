package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.html.HtmlBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The least markup that shows what the rewriter asked for. */
final class SmallMarkup implements PageMarkup {
    final List<Occurrence> occurrences = new ArrayList<>();

    @Override
    public Placeholder placeholder(Embed embed, Occurrence where) {
        occurrences.add(where);
        return new Placeholder(
                new HtmlBuilder()
                        .open("z-p")
                        .attribute(
                                "n",
                                embed.service().id() + " " + embed.captures().getOrDefault("id", "") + " "
                                        + where.place())
                        .toHtml(),
                Html.literal("</z-p>"));
    }

    @Override
    public Html blockedFrame(String host, String address, Occurrence where) {
        occurrences.add(where);
        return new HtmlBuilder()
                .open("z-b")
                .attribute("h", host)
                .text(address)
                .close()
                .toHtml();
    }

    @Override
    public Html plainLink(Embed embed, Occurrence where) {
        occurrences.add(where);
        return new HtmlBuilder()
                .open("z-l")
                .text(embed.captures().toString())
                .close()
                .toHtml();
    }

    @Override
    public Html refreshLink(String address, Occurrence where) {
        occurrences.add(where);
        return new HtmlBuilder().open("z-r").text(address).close().toHtml();
    }

    @Override
    public Html guard(BooleanSupplier scripts, boolean whole) {
        return Html.EMPTY;
    }

    @Override
    public Html entry(Optional<String> language) {
        return new HtmlBuilder()
                .open("z-e")
                .attribute("l", language.orElse(""))
                .open("a")
                .attribute("href", "/zweiklick/settings")
                .close()
                .close()
                .toHtml();
    }

    @Override
    public Html settings(Occurrence where) {
        occurrences.add(where);
        return new HtmlBuilder()
                .open("z-s")
                .text(where.place() + " " + where.headingLevel())
                .close()
                .toHtml();
    }

    @Override
    public Html settingsHead() {
        return Html.literal("<z-t></z-t>");
    }

    @Override
    public Html head() {
        return Html.literal("<z-h></z-h>");
    }

    @Override
    public Html form() {
        return Html.literal("<z-f></z-f>");
    }
}
