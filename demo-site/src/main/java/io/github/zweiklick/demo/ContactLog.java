package io.github.zweiklick.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest contacts, at most {@link #CAPACITY}; older ones are forgotten. Thread-safe. */
public final class ContactLog {
    /** Contacts kept. */
    public static final int CAPACITY = 5_000;

    private final Deque<Contact> contacts = new ArrayDeque<>();
    private long version;

    synchronized void add(Contact contact) {
        if (contacts.size() == CAPACITY) {
            contacts.removeFirst();
        }
        contacts.addLast(contact);
        version++;
    }

    /** All contacts kept, the oldest first. */
    public synchronized List<Contact> contacts() {
        return List.copyOf(contacts);
    }

    /** Grows with every change. */
    public synchronized long version() {
        return version;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        contacts.clear();
        version++;
    }
}
