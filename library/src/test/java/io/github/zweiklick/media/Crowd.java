package io.github.zweiklick.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fifty visitors of a page with a thousand pictures, who come at once. */
final class Crowd extends MediaRig {
    static final int PICTURES = 1_000;
    static final int VISITORS = 50;

    /** What {@link #main} says when all went well. */
    static final String ALL_SHOWN = "all shown";

    /** @param arguments an empty directory; width and height of each picture */
    public static void main(String[] arguments) throws Exception {
        Crowd crowd = new Crowd();
        try {
            crowd.visit(
                    Path.of(arguments[0]),
                    Samples.jpeg(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
            System.out.println(crowd.proxy.status().failed() == 0 ? ALL_SHOWN : crowd.proxy.status());
        } finally {
            crowd.close();
        }
    }

    /**
     * Comes and looks until everybody has seen everything.
     *
     * @throws IllegalStateException where a visitor has not
     */
    void visit(Path directory, byte[] jpeg) throws Exception {
        proxy.close();
        proxy = proxy(new MediaSettings(true, 256 << 20, Optional.of(directory), Set.of(stub.origin())), PATIENCE);
        stub.replies(picture(jpeg));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            names.add(show(stub.origin() + "/" + i));
        }
        List<Callable<Integer>> visitors = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            List<String> order = new ArrayList<>(names);
            Collections.shuffle(order, new Random(i));
            visitors.add(() -> shown(order));
        }
        ExecutorService threads = Executors.newFixedThreadPool(VISITORS);
        try {
            for (Future<Integer> shown : threads.invokeAll(visitors)) {
                if (shown.get() != PICTURES) {
                    throw new IllegalStateException("a visitor saw " + shown.get() + " pictures");
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    /** All of them, those that are not there yet later. */
    private int shown(List<String> names) {
        int shown = 0;
        List<String> missing = names;
        while (!missing.isEmpty()) {
            List<String> busy = new ArrayList<>();
            for (String name : missing) {
                Sight sight = proxy.look(name, 320);
                if (sight instanceof Sight.Shown) {
                    shown++;
                } else if (sight instanceof Sight.Busy) {
                    busy.add(name);
                }
            }
            missing = busy;
        }
        return shown;
    }
}
