package io.github.zweiklick.view;

import java.time.Period;
import java.util.Optional;

/**
 * What the site's operator decides about the view.
 *
 * @param controller who is responsible for the site, as visitors shall read it; empty: "the operator of this site"
 * @param remember how long a visitor may allow a service; empty: not offered
 * @param ledOut whether links to other providers lead by way of our own endpoint, since no list names their hosts
 */
public record ViewSettings(Optional<String> controller, Optional<Period> remember, boolean ledOut) {

    /** With links that lead where they say. */
    public ViewSettings(Optional<String> controller, Optional<Period> remember) {
        this(controller, remember, false);
    }

    /** No permission lasts longer, whatever is configured. */
    static final int MOST_DAYS = 180;

    /**
     * Days a remembered permission lasts, 1 to 180; empty where remembering is not offered. Months count 30 days, so
     * that nobody is remembered longer than was said.
     */
    Optional<Integer> rememberDays() {
        return remember.map(period -> {
                    long days = (period.getYears() * 12L + period.getMonths()) * 30 + period.getDays();
                    return (int) Math.min(days, MOST_DAYS);
                })
                .filter(days -> days > 0);
    }
}
