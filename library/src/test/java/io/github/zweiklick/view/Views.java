package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.view.Remembering.Term;
import java.time.Clock;
import java.util.List;

/** Views for tests. */
public final class Views {
    private Views() {}

    /** What a city writes that names itself only. */
    public static Presentation city() {
        return Presentation.defaults().withController("Stadt Musterstadt");
    }

    /** The same, where nothing is ever remembered. */
    public static Presentation forgetful() {
        return city().withRemembering(Remembering.everywhere(new Term.Never()));
    }

    /** With the invented services. */
    public static View of(Presentation presentation) {
        return of(presentation, ExampleServices.all());
    }

    public static View of(Presentation presentation, List<Service> services) {
        return View.of(new ViewSettings(presentation), services, Clock.systemUTC(), FindingSink.none());
    }
}
