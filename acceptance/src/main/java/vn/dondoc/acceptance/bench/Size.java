package vn.dondoc.acceptance.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param factor 1 is the short form
 */
record Size(double factor) {

    static Size parse(String text) {
        return switch (text) {
            case "small" -> new Size(1);
            case "medium" -> new Size(3);
            case "full" -> new Size(10);
            default -> of(text);
        };
    }

    private static Size of(String text) {
        var factor = Double.parseDouble(text);
        if (!(factor > 0 && factor <= 100)) {
            throw new IllegalArgumentException("A size is small, medium, full, or a number from above 0 to 100: " + text);
        }
        return new Size(factor);
    }

    /** So many for the short form, more or fewer for others; at least one. */
    int count(int forSmall) {
        return (int) Math.max(1, Math.round(forSmall * factor));
    }

    /** By name: for what takes its count from a goal, not from the time there is. Less than small is that part of small. */
    int pick(int small, int medium, int full) {
        return factor >= 6 ? full : factor >= 2 ? medium : (int) Math.max(1, Math.round(small * Math.min(1, factor)));
    }

    /** So long for the short form; grows with the root of the factor, the number of rounds with the other root. */
    Duration time(Duration forSmall) {
        return Duration.ofNanos((long) (forSmall.toNanos() * Math.sqrt(factor)));
    }

    /** How long a service of its own warms up: measured on two cores, its compilers are through after a good minute. The short form has no minute to spare. */
    Duration warmProcess() {
        return factor < 2 ? Duration.ofSeconds(15) : Duration.ofSeconds(100);
    }

    /** Rounds of each kind; always odd, so that a median is one of them. */
    int rounds() {
        return factor < 1 ? 1 : 2 * (int) Math.round(Math.sqrt(factor)) + 1;
    }
}
