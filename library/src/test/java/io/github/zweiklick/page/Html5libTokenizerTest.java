package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.page.HtmlTokenizer.Found;
import io.github.zweiklick.page.TokenizerCase.Expected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** html5lib's tokenizer tests: tags, attributes with their decoded values, document types, and what lies between. */
final class Html5libTokenizerTest {
    /** What is read otherwise than the tests have it, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "domjs.test | SCRIPT_DATA | lowercase endtags",
            "ends an xmp in the state of scripts, into which only the start tag of a script leads",
            "xmlViolation.test | DATA | Non-XML character",
            "is about trees written out as XML; the browser keeps the character",
            "xmlViolation.test | DATA | Non-XML space",
            "is about trees written out as XML; the browser keeps the form feed",
            "xmlViolation.test | DATA | Double hyphen in comment",
            "is about trees written out as XML; the comment's extent is as expected");

    @ParameterizedTest
    @EnumSource(Lexer.Reading.class)
    void theLexerReadsAsTheStandardDoes(Lexer.Reading reading) {
        List<TokenizerCase> cases = TokenizerCase.all();
        assertThat(cases).hasSizeGreaterThan(6000);
        readsAsTheStandardDoes(new LexerTokenizer(reading), cases);
    }

    /** Document types it does not report, and what makes text plain or a CDATA section never comes to it. */
    @Test
    void theWalkReadsAsTheStandardDoes() {
        List<TokenizerCase> cases = TokenizerCase.all().stream()
                .filter(test -> test.state() != HtmlTokenizer.State.PLAINTEXT
                        && test.state() != HtmlTokenizer.State.CDATA_SECTION
                        && !test.input().contains("<plaintext>")
                        && test.expected().stream().noneMatch(token -> token instanceof Expected.Doctype))
                .toList();
        assertThat(cases).hasSizeGreaterThan(5000);
        readsAsTheStandardDoes(new TagWalkTokenizer(), cases);
    }

    private static void readsAsTheStandardDoes(HtmlTokenizer tokenizer, List<TokenizerCase> cases) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (TokenizerCase test : cases) {
            check(tokenizer, test).ifPresent(difference -> wrong.put(test.toString(), difference));
        }
        Set<String> unexpected = new TreeSet<>(wrong.keySet());
        unexpected.removeAll(EXCEPTIONS.keySet());
        assertThat(unexpected).as(() -> unexpected.size() + " " + wrong).isEmpty();
        assertThat(wrong.keySet()).as("exceptions that are none any more").containsAll(EXCEPTIONS.keySet());
    }

    private static Optional<String> check(HtmlTokenizer tokenizer, TokenizerCase test) {
        List<Found> found = tokenizer.read(test.input(), test.state(), test.lastStartTag());
        List<Expected> read =
                found.stream().map(Html5libTokenizerTest::asExpected).toList();
        List<Expected> tags =
                test.expected().stream().filter(token -> !isBetween(token)).toList();
        if (!read.equals(tags)) {
            return Optional.of(test.input() + " is read as " + read + ", not " + tags);
        }
        return gaps(test, found).or(() -> probe(tokenizer, test, found));
    }

    private static boolean isBetween(Expected token) {
        return token instanceof Expected.Text || token instanceof Expected.Comment;
    }

    private static Expected asExpected(Found found) {
        if (found instanceof Found.Start start) {
            Map<String, String> attributes = new LinkedHashMap<>();
            start.attributes()
                    .forEach((name, value) ->
                            attributes.putIfAbsent(TokenizerCase.normalized(name), TokenizerCase.normalized(value)));
            return new Expected.Start(TokenizerCase.normalized(start.name()), attributes, start.selfClosing());
        }
        return found instanceof Found.End end
                ? new Expected.End(TokenizerCase.normalized(end.name()))
                : new Expected.Doctype();
    }

    private static Optional<String> gaps(TokenizerCase test, List<Found> found) {
        int next = 0;
        int from = 0;
        List<Expected> between = new ArrayList<>();
        for (Expected token : test.expected()) {
            if (isBetween(token)) {
                between.add(token);
                continue;
            }
            Found tag = found.get(next++);
            if (!new Gap(test.input().substring(from, tag.start()), test.state(), false).isReadAs(between)) {
                return Optional.of("before " + tag + " is not " + between);
            }
            between.clear();
            from = tag.end();
        }
        return new Gap(test.input().substring(from), test.state(), true).isReadAs(between)
                ? Optional.empty()
                : Optional.of("the rest " + test.input().substring(from) + " is not " + between);
    }

    /** A tag put after the text shows whether a comment, a section, a tag was left open, as the errors say. */
    private static Optional<String> probe(HtmlTokenizer tokenizer, TokenizerCase test, List<Found> found) {
        Set<String> errors = test.errors();
        boolean bogus = errors.contains("incorrectly-opened-comment")
                || errors.contains("unexpected-question-mark-instead-of-tag-name")
                || errors.contains("invalid-first-character-of-tag-name")
                || errors.contains("cdata-in-html-content");
        if (test.state() != HtmlTokenizer.State.DATA || bogus || test.input().endsWith("</")) {
            return Optional.empty();
        }
        String longer = test.input() + "<probe>";
        List<Found> more = tokenizer.read(longer, test.state(), test.lastStartTag());
        boolean seen = more.size() == found.size() + 1
                && more.get(found.size()).start() == test.input().length();
        Expected last = test.expected().isEmpty()
                ? new Expected.Text("")
                : test.expected().get(test.expected().size() - 1);
        boolean open = errors.contains("eof-in-comment")
                || errors.contains("eof-in-tag")
                || (last instanceof Expected.Doctype && !test.input().endsWith(">"))
                || test.input().contains("<plaintext>");
        return open == seen ? Optional.of(longer + " is read as " + more) : Optional.empty();
    }
}
