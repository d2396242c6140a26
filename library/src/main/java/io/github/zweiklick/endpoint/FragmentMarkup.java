package io.github.zweiklick.endpoint;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.PageMarkup;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Keeps what a page would show in place of one code, and nothing else of the page. */
final class FragmentMarkup implements PageMarkup {
    private final PageMarkup page;
    private final int number;
    private final Optional<Integer> level;
    private Html shown = Html.EMPTY;
    private boolean embed;
    private Optional<Duration> lifetime = Optional.empty();

    /**
     * @param number of the code in the page it is for
     * @param level of a heading there, where it is known
     */
    FragmentMarkup(PageMarkup page, int number, Optional<Integer> level) {
        this.page = page;
        this.number = number;
        this.level = level;
    }

    /** Whether it became something that the catalogue knows. */
    boolean isEmbed() {
        return embed;
    }

    Html shown() {
        return shown;
    }

    /** How long it may be kept; empty: as long as others. */
    Optional<Duration> lifetime() {
        return lifetime;
    }

    @Override
    public Placeholder placeholder(Embed of, Occurrence where) {
        Placeholder made = page.placeholder(of, there(where));
        embed = true;
        shown = made.before().and(made.after());
        lifetime = made.lifetime();
        return made;
    }

    @Override
    public Html plainLink(Embed of, Occurrence where) {
        embed = true;
        shown = page.plainLink(of, there(where));
        return shown;
    }

    @Override
    public Html blockedFrame(String host, String address, Occurrence where) {
        shown = page.blockedFrame(host, address, there(where));
        return shown;
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

    private Occurrence there(Occurrence where) {
        return new Occurrence(
                number,
                Place.FLOW,
                where.language().filter(tag -> !tag.isEmpty()),
                where.width(),
                where.height(),
                where.title(),
                where.quote(),
                level.orElse(where.headingLevel()),
                where.poster());
    }
}
