package vn.dondoc.notification.obligation;

import java.util.Locale;

/** What somebody owes. */
public enum ObligationKind {

    TASK("/tasks/"),
    REPORT("/reports/"),
    TARGET("/targets/");

    private final String path;

    ObligationKind(String path) {
        this.path = path;
    }

    /** The word in keys of bundles and documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the console shows it. */
    public String link(String ref) {
        return path + ref;
    }
}
