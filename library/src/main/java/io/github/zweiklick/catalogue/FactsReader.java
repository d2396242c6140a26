package io.github.zweiklick.catalogue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the legal facts. */
final class FactsReader {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private FactsReader() {}

    static Facts read(Keys keys) {
        boolean isUnknown =
                keys.find("cookies").filter(json -> json instanceof Json.Text).isPresent();
        if (isUnknown && !keys.text("cookies").equals("unknown")) {
            throw keys.wrong("cookies", "write the list of cookies, or \"unknown\"");
        }
        if (!keys.has("cookies")) {
            throw keys.wrong("cookies", "write the list of cookies, [] where there are none, or \"unknown\"");
        }
        List<Facts.Cookie> cookies = isUnknown ? List.of() : keys.objects("cookies", FactsReader::cookie);
        String policy = keys.text("policy");
        if (!policy.startsWith("https://")) {
            throw keys.wrong("policy", "write the address of the privacy policy, beginning with https://");
        }
        return new Facts(
                keys.object("recipient", FactsReader::recipient),
                keys.someOf("data", Facts.Data.class),
                keys.someOf("purposes", Facts.Purpose.class),
                keys.object("transfer", FactsReader::transfer),
                cookies,
                !isUnknown,
                policy,
                keys.oneOf("jointControl", Facts.JointControl.class));
    }

    private static Facts.Recipient recipient(Keys keys) {
        Optional<String> country = keys.textIfAny("country");
        if (country.isPresent()) {
            country(keys, "country", country.get());
        }
        return new Facts.Recipient(keys.textIfAny("name"), keys.textIfAny("address"), country, source(keys));
    }

    private static Facts.Transfer transfer(Keys keys) {
        List<String> countries = keys.textsIfAny("countries");
        countries.forEach(country -> country(keys, "countries", country));
        return new Facts.Transfer(countries, keys.someOf("bases", Facts.Basis.class), source(keys));
    }

    private static void country(Keys keys, String key, String code) {
        if (!COUNTRIES.contains(code)) {
            throw keys.wrong(key, "'" + code + "' is no country; write two capital letters of ISO 3166-1, like IE");
        }
    }

    private static Facts.Cookie cookie(Keys keys) {
        Optional<String> lifetime = keys.textIfAny("lifetime");
        lifetime.ifPresent(text -> {
            try {
                if (text.startsWith("PT")) {
                    Duration.parse(text);
                } else {
                    Period.parse(text);
                }
            } catch (DateTimeException e) {
                throw keys.wrong(
                        "lifetime", "write an ISO 8601 duration: P2Y, P90D, PT30M; leave it out for a session");
            }
        });
        return new Facts.Cookie(keys.text("name"), lifetime, source(keys));
    }

    private static Facts.Source source(Keys keys) {
        return keys.object("source", source -> {
            String checked = source.text("checked");
            try {
                return new Facts.Source(
                        source.oneOf("quality", Facts.Quality.class), source.text("where"), YearMonth.parse(checked));
            } catch (DateTimeException e) {
                throw source.wrong("checked", "write the month the fact was checked, like 2026-11");
            }
        });
    }
}
