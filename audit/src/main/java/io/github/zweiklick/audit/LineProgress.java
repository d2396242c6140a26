package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.SecondBrowser;
import io.github.zweiklick.audit.visit.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A line for each part and each page. */
record LineProgress(PrintWriter out) implements Progress {

    @Override
    public void opinion(String url, SecondBrowser browser) {
        out.println(url + ": in " + browser.title());
        out.flush();
    }

    @Override
    public void step(String url, Step step) {
        out.println(url + ": " + step.toString().toLowerCase(Locale.ROOT));
        out.flush();
    }

    @Override
    public void page(PageResult page, int done, int total, Optional<Duration> left) {
        page.anyFailure().ifPresent(why -> out.println("Could not test: " + page.url() + ": " + why));
        out.println(done + "/" + total + " " + page.url() + ": "
                + page.foreign().stream().map(Contact::host).distinct().count() + " foreign hosts, "
                + page.observations().size() + " findings"
                + left.map(time -> ", about " + minutes(time) + " left").orElse(""));
        out.flush();
    }

    private static String minutes(Duration time) {
        return time.toMinutes() == 0 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}
