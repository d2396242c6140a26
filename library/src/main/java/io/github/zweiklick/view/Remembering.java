package io.github.zweiklick.view;

import java.util.Map;
import java.util.stream.Stream;

/**
 * How long visitors may allow services.
 *
 * @param usual of every service that is not named
 * @param byService by the service's id
 */
public record Remembering(Term usual, Map<String, Term> byService) {
    /** No permission lasts longer, whatever is configured. */
    public static final int MOST_DAYS = 180;

    /** How long a permission lasts. */
    public sealed interface Term {
        /** It is not offered. */
        record Never() implements Term {}

        /** Until the browser's tab is closed. */
        record Session() implements Term {}

        /**
         * Some days.
         *
         * @param days 1 to 180
         */
        record Days(int days) implements Term {
            /** @throws IllegalArgumentException if there are too few or too many */
            public Days {
                if (days < 1 || days > MOST_DAYS) {
                    throw new IllegalArgumentException("A permission lasts 1 to " + MOST_DAYS + " days, not " + days);
                }
            }
        }
    }

    public Remembering {
        byService = Map.copyOf(byService);
    }

    /** The same for every service. */
    public static Remembering everywhere(Term term) {
        return new Remembering(term, Map.of());
    }

    Term of(String serviceId) {
        return byService.getOrDefault(serviceId, usual);
    }

    /** Whether any service may be allowed for longer than once. */
    boolean isOffered() {
        return Stream.concat(Stream.of(usual), byService.values().stream())
                .anyMatch(term -> !(term instanceof Term.Never));
    }
}
