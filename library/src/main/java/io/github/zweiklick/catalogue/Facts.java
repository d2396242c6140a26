package io.github.zweiklick.catalogue;

import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a visitor must be told, as codes; every language's templates make sentences of them.
 *
 * @param recipient who receives the data
 * @param data categories sent
 * @param purposes what the provider does with it
 * @param transfer where it goes and on what basis
 * @param cookies known cookies; empty with {@code cookiesKnown} false means "unknown, see policy"
 * @param cookiesKnown whether the list of cookies has a source
 * @param policy address of the provider's privacy policy; {@code {host}} stands for a host of the visitor's choice
 * @param jointControl status under Art. 26 GDPR
 */
public record Facts(
        Recipient recipient,
        List<Data> data,
        List<Purpose> purposes,
        Transfer transfer,
        List<Cookie> cookies,
        boolean cookiesKnown,
        String policy,
        JointControl jointControl) {

    /** Categories of data. */
    public enum Data {
        IP_ADDRESS,
        BROWSER,
        PAGE_ORIGIN,
        TIME,
        COOKIES,
        INTERACTION
    }

    /** Purposes of the provider. */
    public enum Purpose {
        DELIVERY,
        SECURITY,
        STATISTICS,
        ADVERTISING,
        PROFILING,
        /** Its own purposes, as its policy says. */
        OWN_SEE_POLICY
    }

    /** What a transfer to a third country rests on (Chapter V GDPR). */
    public enum Basis {
        NONE_NEEDED,
        ADEQUACY,
        DATA_PRIVACY_FRAMEWORK,
        STANDARD_CLAUSES,
        UNKNOWN
    }

    /** Status of an arrangement under Art. 26 GDPR. */
    public enum JointControl {
        ARRANGEMENT,
        NONE_KNOWN,
        UNKNOWN
    }

    /** How good a source is. */
    public enum Quality {
        /** The provider's own text was seen. */
        PROVIDER,
        SECONDARY,
        MEMORY
    }

    /** Where a fact comes from and when it was checked. */
    public record Source(Quality quality, String where, YearMonth checked) {}

    /**
     * @param name empty for "the operator of {host}"
     * @param address postal address, empty where unknown
     * @param country ISO 3166-1 alpha-2, empty where unknown
     */
    public record Recipient(Optional<String> name, Optional<String> address, Optional<String> country, Source source) {}

    /** @param countries ISO 3166-1 alpha-2 of third countries, empty where none or unknown */
    public record Transfer(List<String> countries, List<Basis> bases, Source source) {}

    /** A cookie the service is known to set. */
    public record Cookie(String name, Lifetime lifetime, Source source) {}

    /** How long a cookie stays on the visitor's device. */
    public sealed interface Lifetime {
        /** Until the browser is closed. */
        record Session() implements Lifetime {}

        /** @param iso8601 a duration longer than none, such as P2Y, P90D or PT30M */
        record Lasting(String iso8601) implements Lifetime {
            private static final Pattern DURATION = Pattern.compile("P(?=[0-9T])([1-9][0-9]{0,5}Y)?([1-9][0-9]{0,5}M)?"
                    + "([1-9][0-9]{0,5}W)?([1-9][0-9]{0,5}D)?"
                    + "(T(?=[0-9])([1-9][0-9]{0,5}H)?([1-9][0-9]{0,5}M)?([1-9][0-9]{0,5}S)?)?");

            /** @throws IllegalArgumentException if the text is no such duration */
            public Lasting {
                if (!DURATION.matcher(iso8601).matches()) {
                    throw new IllegalArgumentException("no ISO 8601 duration: " + iso8601);
                }
            }
        }

        /** The cookie is known, its lifetime has no source. */
        record Unknown() implements Lifetime {}

        /** The lifetime a service's file writes; empty where the text is none. */
        static Optional<Lifetime> parse(String text) {
            return switch (text) {
                case "session" -> Optional.of(new Session());
                case "unknown" -> Optional.of(new Unknown());
                default -> Lasting.DURATION.matcher(text).matches() ? Optional.of(new Lasting(text)) : Optional.empty();
            };
        }
    }

    /** Facts checked longer ago than this are stale. */
    public static final Period STALE_AFTER = Period.ofMonths(12);
}
