package vn.dondoc.notification.obligation;

import java.util.Locale;

/** What somebody owes. */
public enum ObligationKind {

    TASK("/tasks/"),
    REPORT("/reports/"),
    TARGET("/targets/"),

    /** The signature under reports that were put together. */
    CONSOLIDATION("/reports/consolidations/"),

    /** The answer of one unit to a letter of urging; its id is the letter's and the unit's. */
    URGING("/urgings/"),

    /** Nothing that is owed: a week of a commune or province, as its leaders are told of it. */
    WEEK("/urged/");

    private static final String BEHIND = ":";

    private final String path;

    ObligationKind(String path) {
        this.path = path;
    }

    /** The word in keys of bundles and documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the console shows it: of an answer the letter, of a week the place and its first day. */
    public String link(String ref) {
        var behind = ref.indexOf(BEHIND);
        return path + (this == WEEK ? ref.replace(BEHIND, "/") : behind < 0 ? ref : ref.substring(0, behind));
    }
}
