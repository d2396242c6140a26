package io.github.zweiklick.view;

/** Letters that stand for a service, since its mark may mostly not be shown without a licence. */
final class Initials {
    private Initials() {}

    /** One or two letters of a name: its first two capitals, else its first character. */
    static String of(String name) {
        StringBuilder capitals = new StringBuilder();
        name.codePoints().filter(Character::isUpperCase).limit(2).forEach(capitals::appendCodePoint);
        if (capitals.length() > 0) {
            return capitals.toString();
        }
        return new StringBuilder()
                .appendCodePoint(Character.toUpperCase(name.codePointAt(0)))
                .toString();
    }
}
