package vn.dondoc.plan.naming;

/** How many letters must be changed, added or left out to make one text of another (Levenshtein). */
final class Distance {

    /** Longer names are compared by their beginning: documents hold whole sentences where a name should be. */
    private static final int MOST = 200;

    private Distance() {}

    static int between(String one, String other) {
        int width = Math.min(other.length(), MOST);
        int height = Math.min(one.length(), MOST);
        var previous = new int[width + 1];
        var current = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= height; i++) {
            current[0] = i;
            for (int j = 1; j <= width; j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            var swap = previous;
            previous = current;
            current = swap;
        }
        return previous[width];
    }
}
