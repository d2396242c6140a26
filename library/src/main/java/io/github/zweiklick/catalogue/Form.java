package io.github.zweiklick.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An element, other than a frame, by which an embed is pasted.
 *
 * @param element lower-case name, {@code *} for any, with prefix for XFBML ({@code fb:post})
 * @param className a class token the element must have
 * @param attribute an attribute the element must have, with the pattern its value must match
 * @param address attribute that holds an address of the kind; {@code link:first} and {@code link:last} take
 *     the element's links in document order, those that match an address of the kind; ask {@link
 *     Catalogue#recognise(Service, EmbedKind, io.github.zweiklick.url.WebUrl)}, the only one that knows hosts of the
 *     visitor's choice
 * @param captures attribute name to where its value goes, in the order of the file: where two attributes fill one
 *     capture, the last that is there
 */
public record Form(
        String element,
        Optional<String> className,
        Optional<AttributeTest> attribute,
        Optional<String> address,
        Map<String, Target> captures) {

    /**
     * An attribute that must be there, its value matching the pattern somewhere.
     *
     * @param required text that every match holds
     */
    public record AttributeTest(String name, Pattern pattern, String required) {
        /** A test whose quick answer is worked out from the pattern. */
        AttributeTest(String name, Pattern pattern) {
            this(name, pattern, RequiredText.of(pattern));
        }

        /** Whether a value passes. */
        public boolean passes(String value) {
            return value.contains(required) && pattern.matcher(value).find();
        }
    }

    /** Where an attribute's value goes: one capture whole, or the named groups of a pattern. */
    public sealed interface Target {
        record Whole(String capture) implements Target {}

        record Groups(Pattern pattern) implements Target {

            /** The named groups by name, those that took part in the match; empty where it does not match. */
            public Map<String, String> values(String value) {
                Matcher matcher = pattern.matcher(value);
                return matcher.find() ? NamedGroups.of(pattern).values(matcher) : Map.of();
            }
        }
    }
}
