package io.github.zweiklick.catalogue;

import java.util.Map;

/**
 * The element a script service turns into its embed, rebuilt from captures.
 *
 * @param source the service's script
 * @param element name of the element
 * @param attributes its attributes; {@code {name}} is replaced by the capture
 */
public record ScriptTemplate(AddressTemplate source, String element, Map<String, String> attributes) {}
