package vn.dondoc.platform.file;

import org.jspecify.annotations.Nullable;

/** Names of files as they are shown to people and offered again. */
public final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {}

    /**
     * The name without folders and control characters; of a long one the end, which tells the kind.
     *
     * @param given as the sender calls it
     * @param otherwise where nothing is left of it
     */
    public static String of(@Nullable String given, String otherwise) {
        var told = given == null ? "" : given;
        var name = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        var kept = name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
        return kept.isEmpty() ? otherwise : kept;
    }
}
