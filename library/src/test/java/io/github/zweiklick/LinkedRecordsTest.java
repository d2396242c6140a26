package io.github.zweiklick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinkedRecordsTest {
    /** Loaded by a class loader of its own. */
    record Sample(Component component) {}

    record Component(String name) {}

    /** Fails on JDK 17 where nothing is forgotten. */
    @Test
    void theClassLoaderOfTheLastLinkedRecordGoes() throws Exception {
        WeakReference<ClassLoader> loader = link();
        LinkedRecords.forget();
        for (int run = 0; run < 50 && loader.get() != null; run++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> link() throws Exception {
        ClassLoader loader = new ClassLoader(LinkedRecordsTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith(LinkedRecordsTest.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }

            private Class<?> define(String name) throws ClassNotFoundException {
                try (InputStream in = Objects.requireNonNull(getResourceAsStream(name.replace('.', '/') + ".class"))) {
                    byte[] code = in.readAllBytes();
                    return defineClass(name, code, 0, code.length);
                } catch (java.io.IOException unreadable) {
                    throw new ClassNotFoundException(name, unreadable);
                }
            }
        };
        Object first = sample(loader);
        assertThat(first.getClass().getClassLoader()).isSameAs(loader);
        assertThat(first.equals(sample(loader))).isTrue();
        assertThat(first.hashCode()).isEqualTo(sample(loader).hashCode());
        assertThat(first.toString()).contains("Rathaus");
        return new WeakReference<>(loader);
    }

    private static Object sample(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> component = loader.loadClass(Component.class.getName());
        var name = component.getDeclaredConstructor(String.class);
        var whole = loader.loadClass(Sample.class.getName()).getDeclaredConstructor(component);
        name.setAccessible(true);
        whole.setAccessible(true);
        return whole.newInstance(name.newInstance("Rathaus"));
    }
}
