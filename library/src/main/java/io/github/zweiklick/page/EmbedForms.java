package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.Form.Target;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.policy.OwnHosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Recognises embeds by the elements they are pasted as, other than frames. */
final class EmbedForms {
    /** @param embed empty where the element is the service's but its values are not acceptable */
    record Match(Service service, EmbedKind kind, Optional<Embed> embed) {}

    private record Entry(Service service, EmbedKind kind, Form form) {}

    private final Catalogue catalogue;
    private final Map<String, List<Entry>> byElement = new HashMap<>();

    EmbedForms(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Service service : catalogue.services()) {
            for (EmbedKind kind : service.embeds()) {
                kind.forms()
                        .forEach(form -> byElement
                                .computeIfAbsent(form.element(), element -> new ArrayList<>())
                                .add(new Entry(service, kind, form)));
            }
        }
    }

    /**
     * The first kind whose form the element has; one with acceptable values is preferred.
     *
     * @param links addresses of the element's links, in document order, asked for only when needed
     */
    Optional<Match> match(SourceText source, StartTag tag, OwnHosts own, Supplier<List<String>> links) {
        Optional<Match> unreadable = Optional.empty();
        for (String element : List.of(tag.name(), "*")) {
            for (Entry entry : byElement.getOrDefault(element, List.of())) {
                if (!hasForm(source, tag, entry.form())) {
                    continue;
                }
                Match match = new Match(entry.service(), entry.kind(), embed(source, tag, own, entry, links));
                if (match.embed().isPresent()) {
                    return Optional.of(match);
                }
                unreadable = unreadable.or(() -> Optional.of(match));
            }
        }
        return unreadable;
    }

    private static boolean hasForm(SourceText source, StartTag tag, Form form) {
        boolean className = form.className()
                .map(name -> source.value(tag, "class")
                        .filter(value -> hasToken(value, name))
                        .isPresent())
                .orElse(true);
        return className
                && form.attribute()
                        .map(test -> source.value(tag, test.name())
                                .filter(value -> test.pattern().matcher(value).find())
                                .isPresent())
                        .orElse(true);
    }

    static boolean hasToken(String value, String token) {
        return Arrays.asList(value.split("[ \\t\\n\\f\\r]+")).contains(token);
    }

    private Optional<Embed> embed(
            SourceText source, StartTag tag, OwnHosts own, Entry entry, Supplier<List<String>> links) {
        Map<String, String> captures = new LinkedHashMap<>();
        Form form = entry.form();
        if (form.address().isPresent()) {
            Optional<Embed> addressed = addresses(source, tag, form.address().get(), links).stream()
                    .flatMap(address -> ofKind(address, own, entry).stream())
                    .findFirst();
            if (addressed.isEmpty()) {
                return Optional.empty();
            }
            captures.putAll(addressed.get().captures());
        }
        form.captures()
                .forEach((attribute, target) ->
                        source.value(tag, attribute).ifPresent(value -> capture(target, value, captures)));
        return catalogue.rebuild(entry.service().id(), entry.kind().id(), captures);
    }

    private static List<String> addresses(
            SourceText source, StartTag tag, String address, Supplier<List<String>> links) {
        return switch (address) {
            case "link:first" -> links.get();
            case "link:last" -> {
                List<String> reversed = new ArrayList<>(links.get());
                Collections.reverse(reversed);
                yield reversed;
            }
            default -> source.value(tag, address).map(List::of).orElse(List.of());
        };
    }

    private Optional<Embed> ofKind(String address, OwnHosts own, Entry entry) {
        return WebAddress.read(address)
                .filter(url -> !own.contains(url.host()))
                .flatMap(url -> catalogue.recognise(entry.service(), entry.kind(), url));
    }

    private static void capture(Target target, String value, Map<String, String> captures) {
        if (target instanceof Target.Whole whole) {
            captures.put(whole.capture(), value);
        } else if (target instanceof Target.Groups groups) {
            captures.putAll(groups.values(value));
        }
    }
}
