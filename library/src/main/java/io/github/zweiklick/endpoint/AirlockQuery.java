package io.github.zweiklick.endpoint;

import io.github.zweiklick.view.AirlockAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an airlock request asks for.
 *
 * @param notice version of what the visitor was told
 * @param language in which it was told; empty where the page does not say, or has come from before that was asked
 * @param captures raw values by name, each still to be accepted by the catalogue
 * @param scope what the visitor has allowed
 */
record AirlockQuery(
        String service,
        String kind,
        String notice,
        Optional<String> language,
        Map<String, String> captures,
        Scope scope) {
    /** No service has more. */
    private static final int MOST_PARAMETERS = 32;

    /** Empty where a part is missing, given twice, or unknown. */
    static Optional<AirlockQuery> read(Request request) {
        Optional<Map<String, String>> query = unique(request.address().parameters());
        Optional<Scope> scope = scope(request);
        if (query.isEmpty() || scope.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> rest = new LinkedHashMap<>(query.get());
        Optional<String> service = take(rest, AirlockAddress.SERVICE);
        Optional<String> kind = take(rest, AirlockAddress.KIND);
        Optional<String> notice = take(rest, AirlockAddress.NOTICE);
        Optional<String> language = take(rest, AirlockAddress.LANGUAGE);
        Optional<Map<String, String>> captures = captures(rest);
        if (service.isEmpty() || kind.isEmpty() || notice.isEmpty() || captures.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new AirlockQuery(service.get(), kind.get(), notice.get(), language, captures.get(), scope.get()));
    }

    private static Optional<Map<String, String>> captures(Map<String, String> parameters) {
        Map<String, String> captures = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (!parameter.getKey().startsWith(AirlockAddress.CAPTURE_PREFIX)) {
                return Optional.empty();
            }
            captures.put(parameter.getKey().substring(AirlockAddress.CAPTURE_PREFIX.length()), parameter.getValue());
        }
        return Optional.of(captures);
    }

    private static Optional<String> take(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.remove(name)).filter(value -> !value.isEmpty());
    }

    /** Two values for one name are an attempt to be read differently by different readers. */
    private static Optional<Map<String, String>> unique(List<Map.Entry<String, String>> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : parameters) {
            if (values.putIfAbsent(parameter.getKey(), parameter.getValue()) != null
                    || values.size() > MOST_PARAMETERS
                    || parameter.getValue().contains("\uFFFD")) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** Scope is the only field of the body that decides; filters in front may add others, such as CSRF tokens. */
    private static Optional<Scope> scope(Request request) {
        List<String> scopes = FormBody.values(request, "scope");
        return scopes.size() == 1 ? Scope.of(scopes.get(0)) : Optional.empty();
    }
}
