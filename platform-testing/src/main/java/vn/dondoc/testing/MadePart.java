package vn.dondoc.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A part of a page that tests make, between the comments {@code NAME} and {@code /NAME}. */
public final class MadePart {

    private static final String UPDATE = "dondoc.update";

    private MadePart() {}

    /**
     * Compares the part with the page, or writes it there with {@code -Ddondoc.update=true}.
     *
     * @throws AssertionError when the page says something else
     */
    public static void isOnThePage(String name, String part, String made) {
        var file = LocalParts.root().resolve(name);
        try {
            var page = Files.readString(file);
            var begin = "<!-- " + part + " -->\n";
            var end = "<!-- /" + part + " -->";
            var from = page.indexOf(begin) + begin.length();
            var to = page.indexOf(end);
            if (from < begin.length() || to < from) {
                throw new AssertionError(name + " has no place for " + part);
            }
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(file, page.substring(0, from) + made + page.substring(to));
            } else if (!page.substring(from, to).equals(made)) {
                throw new AssertionError(name + " is out of date in the part " + part + "; make it anew with -D" + UPDATE + "=true");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
