package io.github.zweiklick;

import io.github.zweiklick.json.JsonObject;
import java.util.Optional;

/**
 * A further member of the configuration file, of a module that has the filter work for it. Where the module is not there, its
 * key is unknown.
 *
 * <p>The file is taken as a whole or not at all: first {@link #read} is called, then, once nothing in the file is wrong,
 * {@link #take}. Both are never called by two threads at once.
 */
public interface ConfigurationPart {
    /** The member's name. */
    String key();

    /**
     * Reads and checks the member; what was taken before stays in force.
     *
     * @param configuration everything else in the file
     * @param section the member; empty where the file does not have it, or there is no file
     * @throws io.github.zweiklick.json.JsonFileException or {@link ConfigurationException} where it is wrong
     */
    void read(Configuration configuration, Optional<JsonObject> section);

    /** Puts in force what was read last. */
    void take();
}
