package io.github.zweiklick;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.runtime.ObjectMethods;
import java.util.List;

/**
 * What the JVM keeps of an application's records after its end: JDK 17 remembers, for each of {@code equals},
 * {@code hashCode} and {@code toString}, the record that was linked last, in a cache of one place that holds its class
 * strongly (the result of {@link MethodHandle#asType}; measured by a heap dump in Undertow). With the class it holds the
 * class loader of an application long undeployed. Later versions hold it softly: it goes when memory is needed (JDK 25).
 */
final class LinkedRecords {
    private LinkedRecords() {}

    /** Puts a class of the JDK in the places of those linked last. What still runs may link others after it. */
    static void forget() {
        MethodHandle component =
                MethodHandles.dropArguments(MethodHandles.constant(CharSequence.class, ""), 0, Record.class);
        for (String method : List.of("equals", "hashCode", "toString")) {
            try {
                ObjectMethods.bootstrap(
                        MethodHandles.lookup(), method, MethodHandle.class, Record.class, "component", component);
            } catch (Throwable impossible) {
                throw new IllegalStateException("Every record of Java is linked this way", impossible);
            }
        }
    }
}
