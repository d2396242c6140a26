package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.result.CaseFile;
import io.github.zweiklick.audit.visit.AuditOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The order an audit goes on with after it was cut off: the one that was kept. What is said again must be what was said then;
 * what is not said is as it was.
 */
final class ResumedOrder {

    /** One thing an order says, and the options that say it. */
    private record Term(List<String> options, Function<AuditOrder, Object> value) {}

    private static final List<Term> TERMS = List.of(
            term(AuditOrder::phases, "--phases"),
            term(order -> order.options().firstParty(), "--first-party"),
            term(AuditOrder::trusted, "--trusted", "--config"),
            term(AuditOrder::configuration, "--config"),
            term(order -> order.options().languages(), "--locale"),
            term(order -> order.options().gpc(), "--gpc"),
            term(order -> order.options().javaScript(), "--no-js"),
            term(order -> order.options().width() + "x" + order.options().height(), "--viewport"),
            term(order -> names(order), "--login-cookie"),
            term(AuditOrder::tools, "--consent-tools"),
            term(order -> SecondOpinionOptions.words(order.opinions()), SecondOpinionOptions.NAME),
            said(CaseFile::occasion, "--occasion"),
            said(CaseFile::fileNumber, "--file-number"),
            said(CaseFile::examiner, "--examiner"),
            said(CaseFile::selection, "--selection"),
            said(file -> file.language().toLanguageTag(), "--language"),
            said(CaseFile::zone, "--zone"));

    private ResumedOrder() {}

    private static Term term(Function<AuditOrder, Object> value, String... options) {
        return new Term(List.of(options), value);
    }

    private static Term said(Function<CaseFile, Object> value, String option) {
        return term(order -> value.apply(order.file()), option);
    }

    private static List<String> names(AuditOrder order) {
        return order.options().login().stream().map(LoginCookie::toString).toList();
    }

    /**
     * What keeps an audit from going on with what was said.
     *
     * @param said what the command's line says now; no pages where it names none
     * @param isSaid whether an option stands in the command's line
     * @return sentences, each with the option it is about
     */
    static List<String> differences(AuditOrder then, AuditOrder said, Predicate<String> isSaid) {
        List<String> differences = new ArrayList<>();
        if (!said.urls().isEmpty() && !said.urls().equals(then.urls())) {
            differences.add(pages(then.urls(), said.urls()));
        }
        for (Term term : TERMS) {
            Object before = term.value().apply(then);
            Object now = term.value().apply(said);
            if (term.options().stream().anyMatch(isSaid) && !before.equals(now)) {
                differences.add(String.join(" or ", term.options()) + ": " + before + " then, " + now + " now");
            }
        }
        if (!names(then).isEmpty() && !isSaid.test("--login-cookie")) {
            differences.add("--login-cookie FILE is needed again: values of cookies are written nowhere");
        }
        if (!then.configuration().isEmpty() && !isSaid.test("--config")) {
            differences.add("--config FILE is needed again: it is kept by its sum only");
        }
        return differences;
    }

    private static String pages(List<String> then, List<String> now) {
        int first = 0;
        while (first < Math.min(then.size(), now.size()) && then.get(first).equals(now.get(first))) {
            first++;
        }
        return "pages: " + then.size() + " then, " + now.size() + " now, and from number " + (first + 1)
                + " on they differ";
    }

    /** The order that was kept, with the values of login cookies, and the bounds of this run. */
    static AuditOrder of(AuditOrder then, AuditOrder said) {
        return new AuditOrder(
                then.urls(),
                then.phases(),
                then.options().login(said.options().login()),
                then.trusted(),
                then.tools(),
                then.configuration(),
                then.file(),
                said.budget(),
                said.parallel(),
                then.opinions());
    }
}
