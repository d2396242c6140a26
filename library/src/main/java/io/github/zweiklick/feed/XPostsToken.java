package io.github.zweiklick.feed;

/**
 * The token by which embedded posts are asked for: {@code ((Number(id) / 1e15) * Math.PI).toString(36)} without zeros and the
 * point. How many digits a fraction has is told by no standard; it is what V8 writes that is wanted.
 *
 * <p>Source: V8, {@code DoubleToRadixCString} in {@code src/numbers/conversions.cc}.
 */
final class XPostsToken {
    private static final int RADIX = 36;
    private static final double HALF = 0.5;

    private XPostsToken() {}

    /** @param id of 1 to 19 digits */
    static String of(String id) {
        return written(Double.parseDouble(id) / 1e15 * Math.PI).replaceAll("0+|\\.", "");
    }

    /** A number below 2<sup>53</sup>, as V8 writes it. */
    private static String written(double value) {
        long whole = (long) Math.floor(value);
        double fraction = value - whole;
        // Half the distance to the next number: digits beyond say nothing.
        double delta = Math.max(Double.MIN_VALUE, HALF * (Math.nextUp(value) - value));
        StringBuilder digits = new StringBuilder();
        while (fraction >= delta) {
            fraction *= RADIX;
            delta *= RADIX;
            int digit = (int) fraction;
            digits.append(Character.forDigit(digit, RADIX));
            fraction -= digit;
            boolean up = fraction > HALF || (fraction == HALF && digit % 2 == 1);
            if (up && fraction + delta > 1) {
                return rounded(whole, digits);
            }
        }
        return Long.toString(whole, RADIX) + "." + digits;
    }

    private static String rounded(long whole, StringBuilder digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == Character.forDigit(RADIX - 1, RADIX)) {
            end--;
        }
        if (end == 0) {
            return Long.toString(whole + 1, RADIX);
        }
        char last = Character.forDigit(Character.digit(digits.charAt(end - 1), RADIX) + 1, RADIX);
        return Long.toString(whole, RADIX) + "." + digits.substring(0, end - 1) + last;
    }
}
