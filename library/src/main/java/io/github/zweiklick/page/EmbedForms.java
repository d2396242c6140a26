package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Form;
import io.github.zweiklick.catalogue.Form.Target;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.policy.OwnHosts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Recognises embeds by the elements they are pasted as, other than frames. */
final class EmbedForms {
    /** @param embed empty where the element is the service's but its values are not acceptable */
    record Match(Service service, EmbedKind kind, Optional<Embed> embed) {}

    /** @param order in the catalogue: the first of several is taken */
    private record Entry(int order, Service service, EmbedKind kind, Form form) {}

    /** Forms of elements of one name. A page has thousands of elements and hardly a form: most are passed by a look-up. */
    private record Forms(
            Map<String, List<Entry>> byClass, Map<String, List<Entry>> byAttribute, List<Entry> ofAnyKind) {
        Forms() {
            this(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        }

        void add(Entry entry) {
            Form form = entry.form();
            form.className()
                    .map(name -> byClass.computeIfAbsent(name, key -> new ArrayList<>()))
                    .or(() -> form.attribute()
                            .map(test -> byAttribute.computeIfAbsent(test.name(), key -> new ArrayList<>())))
                    .orElse(ofAnyKind)
                    .add(entry);
        }
    }

    private static final Forms NONE = new Forms(Map.of(), Map.of(), List.of());

    private final Catalogue catalogue;
    private final Map<String, Forms> byElement = new HashMap<>();

    EmbedForms(Catalogue catalogue) {
        this.catalogue = catalogue;
        int order = 0;
        for (Service service : catalogue.services()) {
            for (EmbedKind kind : service.embeds()) {
                for (Form form : kind.forms()) {
                    byElement
                            .computeIfAbsent(form.element(), element -> new Forms())
                            .add(new Entry(order++, service, kind, form));
                }
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
        for (Entry entry : candidates(source, tag)) {
            if (!hasAttribute(source, tag, entry.form())) {
                continue;
            }
            Match match = new Match(entry.service(), entry.kind(), embed(source, tag, own, entry, links));
            if (match.embed().isPresent()) {
                return Optional.of(match);
            }
            unreadable = unreadable.or(() -> Optional.of(match));
        }
        return unreadable;
    }

    /** Those of the element's own name before those of any. */
    private List<Entry> candidates(SourceText source, StartTag tag) {
        List<String> classes =
                tag.first("class").map(source::value).map(EmbedForms::tokens).orElse(List.of());
        List<Entry> named = candidates(byElement.getOrDefault(tag.name(), NONE), classes, tag);
        List<Entry> any = candidates(byElement.getOrDefault("*", NONE), classes, tag);
        if (named.isEmpty() || any.isEmpty()) {
            return named.isEmpty() ? any : named;
        }
        List<Entry> found = new ArrayList<>(named);
        found.addAll(any);
        return found;
    }

    private static List<Entry> candidates(Forms forms, List<String> classes, StartTag tag) {
        List<Entry> found = forms.ofAnyKind();
        if (!forms.byAttribute().isEmpty()) {
            for (Attribute attribute : tag.attributes()) {
                found = with(found, forms.byAttribute().getOrDefault(attribute.name(), List.of()));
            }
        }
        for (String name : classes) {
            found = with(found, forms.byClass().getOrDefault(name, List.of()));
        }
        return found;
    }

    /** Both in the order of the catalogue, each once; nearly always one of them is empty. */
    private static List<Entry> with(List<Entry> found, List<Entry> more) {
        if (found.isEmpty() || more.isEmpty()) {
            return found.isEmpty() ? more : found;
        }
        Map<Integer, Entry> byOrder = new TreeMap<>();
        found.forEach(entry -> byOrder.put(entry.order(), entry));
        more.forEach(entry -> byOrder.put(entry.order(), entry));
        return List.copyOf(byOrder.values());
    }

    static boolean hasAttribute(SourceText source, StartTag tag, Form form) {
        return form.attribute().isEmpty()
                || form.attribute()
                        .flatMap(test -> source.value(tag, test.name()).filter(value -> test.passes(value)))
                        .isPresent();
    }

    static boolean hasToken(String value, String token) {
        return value.contains(token) && tokens(value).contains(token);
    }

    static List<String> tokens(String value) {
        List<String> tokens = new ArrayList<>(4);
        int at = 0;
        while (at < value.length()) {
            int start = at;
            while (at < value.length() && !Ascii.isSpace(value.charAt(at))) {
                at++;
            }
            if (at > start) {
                tokens.add(value.substring(start, at));
            }
            at++;
        }
        return tokens;
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
