package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the legal facts. */
final class FactsReader {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private FactsReader() {}

    static Facts read(JsonObject json) {
        json.allow("recipient", "data", "purposes", "transfer", "cookies", "policy", "jointControl");
        json.require("recipient", "data", "purposes", "transfer");
        boolean isUnknown = json.isString("cookies");
        if (isUnknown && !json.requiredString("cookies").equals("unknown")) {
            throw json.wrong("cookies", "write the list of cookies, or \"unknown\"");
        }
        if (!json.has("cookies")) {
            throw json.wrong("cookies", "write the list of cookies, [] where there are none, or \"unknown\"");
        }
        List<Facts.Cookie> cookies = isUnknown
                ? List.of()
                : json.objects("cookies").stream().map(FactsReader::cookie).toList();
        String policy = json.requiredString("policy");
        if (!policy.startsWith("https://")) {
            throw json.wrong("policy", "write the address of the privacy policy, beginning with https://");
        }
        return new Facts(
                recipient(json.requiredObject("recipient")),
                json.choices("data", Facts.Data.class),
                json.choices("purposes", Facts.Purpose.class),
                transfer(json.requiredObject("transfer")),
                cookies,
                !isUnknown,
                policy,
                json.requiredChoice("jointControl", Facts.JointControl.class));
    }

    private static Facts.Recipient recipient(JsonObject json) {
        json.allow("name", "address", "country", "source");
        Optional<String> country = json.string("country");
        if (country.isPresent()) {
            country(json, "country", country.get());
        }
        return new Facts.Recipient(json.string("name"), json.string("address"), country, source(json));
    }

    private static Facts.Transfer transfer(JsonObject json) {
        json.allow("countries", "bases", "source");
        json.require("bases");
        List<String> countries = json.strings("countries");
        countries.forEach(country -> country(json, "countries", country));
        return new Facts.Transfer(countries, json.choices("bases", Facts.Basis.class), source(json));
    }

    private static void country(JsonObject json, String key, String code) {
        if (!COUNTRIES.contains(code)) {
            throw json.wrong(key, "\"" + code + "\" is no country; write two capital letters of ISO 3166-1, like IE");
        }
    }

    private static Facts.Cookie cookie(JsonObject json) {
        json.allow("name", "lifetime", "source");
        Facts.Lifetime lifetime = Facts.Lifetime.parse(json.requiredString("lifetime"))
                .orElseThrow(() -> json.wrong(
                        "lifetime",
                        "write an ISO 8601 duration like P2Y, P90D, PT30M, or \"session\", or \"unknown\""));
        return new Facts.Cookie(json.requiredString("name"), lifetime, source(json));
    }

    private static Facts.Source source(JsonObject json) {
        JsonObject source = json.requiredObject("source");
        source.allow("quality", "where", "checked");
        String checked = source.requiredString("checked");
        try {
            return new Facts.Source(
                    source.requiredChoice("quality", Facts.Quality.class),
                    source.requiredString("where"),
                    YearMonth.parse(checked));
        } catch (DateTimeException e) {
            throw source.wrong("checked", "write the month the fact was checked, like 2026-11");
        }
    }
}
